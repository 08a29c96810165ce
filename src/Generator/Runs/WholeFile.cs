namespace Recto.Runs;

/// <summary>Files that are there whole or not at all: written beside their place and renamed into it.</summary>
public static class WholeFile
{
    public static void Write(string path, string text) => Write(path, draft => File.WriteAllText(draft, text));

    /// <param name="write">Writes the file under the name that it is given, one that no other thread or process has.</param>
    public static void Write(string path, Action<string> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var own = FormattableString.Invariant($"{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{own}");
        write(draft);
        File.Move(draft, path, overwrite: true);
    }
}
