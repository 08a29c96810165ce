namespace Recto.Diagnostics;

/// <summary>Collects mistakes so that they are shown together; append-only and safe to share between threads.</summary>
public sealed class DiagnosticBag
{
    private readonly Lock gate = new();
    private readonly List<Diagnostic> found = [];

    public bool HasErrors
    {
        get
        {
            lock (gate)
            {
                return found.Exists(d => d.Severity == Severity.Error);
            }
        }
    }

    /// <summary>Grows with each that is added.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return found.Count;
            }
        }
    }

    public void Add(Diagnostic diagnostic)
    {
        lock (gate)
        {
            found.Add(diagnostic);
        }
    }

    /// <summary>What was a warning of this code is an error.</summary>
    public void Forbid(string code)
    {
        lock (gate)
        {
            for (var i = 0; i < found.Count; i++)
            {
                found[i] = found[i].Code == code ? found[i] with { Severity = Severity.Error } : found[i];
            }
        }
    }

    public void Add(DiagnosticBag other)
    {
        foreach (var diagnostic in other.Sorted())
        {
            Add(diagnostic);
        }
    }

    /// <summary>By file, line, column and code; the same mistake at the same place once.</summary>
    public IReadOnlyList<Diagnostic> Sorted()
    {
        lock (gate)
        {
            return found.Count == 0
                ? []
                :
                [
                    .. found
                        .Distinct()
                        .OrderBy(d => d.Place?.File, StringComparer.Ordinal)
                        .ThenBy(d => d.Place?.Line ?? 0)
                        .ThenBy(d => d.Place?.Column ?? 0)
                        .ThenBy(d => d.Code, StringComparer.Ordinal),
                ];
        }
    }

    /// <summary>Stops the build where a later room could only report followers of these mistakes.</summary>
    /// <exception cref="ReportException">There are errors.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
        {
            throw new ReportException(ExitCode.AuthorMistake);
        }
    }
}
