using Recto.Experiments.Contract;

namespace Recto.Runs;

/// <summary>What <c>recto verify</c> prints of a run.</summary>
public static class VerifyWords
{
    public static IEnumerable<string> Of(Verified verified)
    {
        var width = verified.Compared.Max(c => c.What.Length);
        return
        [
            $"{verified.Published.Id}: {Word(verified.Agreement)}",
            .. verified.Compared.Select(c => $"  {c.What.PadRight(width)}  {Line(c)}"),
            .. Unpinned(verified),
        ];
    }

    public static string Sum(IReadOnlyList<Verified> verified) =>
        string.Join(
            ", ",
            verified
                .GroupBy(v => v.Agreement)
                .OrderBy(g => g.Key)
                .Select(g => $"{g.Count()} {(g.Count() == 1 ? "run" : "runs")} {Word(g.Key)}")
        ) + "; times and memory are of the machine and not compared";

    private static string Line(Compared compared) =>
        compared.Agreement is Agreement.BitEqual
            ? $"{compared.Published}  {Word(compared.Agreement)}"
            : $"{compared.Published} → {compared.Again}  {Word(compared.Agreement)}";

    private static string Word(Agreement agreement) =>
        agreement switch
        {
            Agreement.BitEqual => "bit-equal",
            Agreement.WithinTolerance => "within tolerance",
            _ => "different",
        };

    /// <summary>What portable mode leaves to the machine, where that is not the same.</summary>
    private static IEnumerable<string> Unpinned(Verified verified)
    {
        var (old, now) = (verified.Published.Environment, verified.Here);
        if (!verified.IsPromised)
        {
            yield return "  equal bits are promised on x64 with AVX2 only, so files are not judged here";
        }

        foreach (var (what, published, here) in Parts(old, now).Where(p => p.Published != p.Here))
        {
            yield return $"  not pinned: {what} {published} → {here}";
        }
    }

    private static IEnumerable<(string What, string Published, string Here)> Parts(
        RunEnvironment old,
        RunEnvironment now
    ) =>
        [
            ("processor", old.Cpu, now.Cpu),
            ("system", old.Os, now.Os),
            ("runtime", old.Runtime, now.Runtime),
            ("instruction sets", string.Join(' ', old.InstructionSets), string.Join(' ', now.InstructionSets)),
        ];
}
