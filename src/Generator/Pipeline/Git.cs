using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Recto.Diagnostics;

namespace Recto.Pipeline;

/// <summary>The door to git: reads files of a revision.</summary>
/// <param name="folder">In a working tree; paths count from it.</param>
public sealed class Git(string folder)
{
    /// <summary>The full name of a commit.</summary>
    /// <exception cref="ReportException">There is no git, no repository or no such revision.</exception>
    public string Commit(string revision)
    {
        if (Run("rev-parse", "--is-inside-work-tree") is null)
        {
            throw new ReportException(ExitCode.AuthorMistake, $"{folder} does not lie in a git repository");
        }

        return Run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}") is { } name
            ? Encoding.ASCII.GetString(name).Trim()
            : throw new ReportException(
                ExitCode.AuthorMistake,
                $"git knows no revision '{revision}'; expected a commit, a branch or a tag, such as HEAD or main"
            );
    }

    /// <summary>A file as it was committed; null if it was not there.</summary>
    /// <param name="path">With forward slashes.</param>
    public byte[]? Read(string commit, string path) => Run("cat-file", "blob", $"{commit}:./{path}");

    /// <returns>What git answers; null if it refuses.</returns>
    private byte[]? Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            using var answer = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(answer);
            process.WaitForExit();
            return process.ExitCode == 0 ? answer.ToArray() : null;
        }
        catch (Win32Exception)
        {
            throw new ReportException(
                ExitCode.SomethingMissing,
                "git is not installed; `recto diff` asks it for the other edition"
            );
        }
    }
}
