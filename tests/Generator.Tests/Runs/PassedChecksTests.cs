using Recto.Diagnostics;
using Recto.Runs;
using Xunit;

namespace Recto.Tests.Runs;

public static class PassedChecksTests
{
    [Fact]
    public static void What_passed_is_not_looked_at_again_in_this_build_or_the_next()
    {
        using var scratch = new Scratch();
        Assert.Equal((1, 0), Check(scratch, "page"));
        Assert.Equal((0, 0), Check(scratch, "page"));
    }

    [Fact]
    public static void Other_inputs_are_looked_at()
    {
        using var scratch = new Scratch();
        Check(scratch, "page", "anchors");
        Assert.Equal((1, 0), Check(scratch, "page", "other anchors"));
        Assert.Equal((0, 0), Check(scratch, "page", "anchors"));
    }

    [Fact]
    public static void What_is_wrong_is_told_each_time()
    {
        using var scratch = new Scratch();
        Assert.Equal((1, 1), Check(scratch, "wrong"));
        Assert.Equal((1, 1), Check(scratch, "wrong"));
    }

    [Fact]
    public static void A_file_of_nonsense_vouches_for_nothing()
    {
        using var scratch = new Scratch();
        scratch.Write("passed", "\0\npage\n");
        Assert.Equal((1, 0), Check(scratch, "page"));
    }

    private static (int Looked, int Told) Check(Scratch scratch, params string[] inputs)
    {
        var passed = new PassedChecks(scratch["passed"]);
        var bag = new DiagnosticBag();
        var looked = 0;
        passed.Check(inputs, bag, Look);
        passed.Keep();
        return (looked, bag.Sorted().Count);

        void Look(DiagnosticBag own)
        {
            looked++;
            if (inputs[0] == "wrong")
            {
                own.Add(Errors.AnchorTwice("page.html", "twice"));
            }
        }
    }
}
