namespace Recto.Diagnostics;

/// <summary>A place in an author's file; lines and columns count from 1, columns in UTF-16 units.</summary>
/// <param name="File">Relative to the report's root, with forward slashes.</param>
public sealed record Place(string File, int Line, int Column)
{
    /// <summary>The whole file, where no better place is known.</summary>
    public static Place Top(string file) => new(file, 1, 1);

    public override string ToString() => $"{File}({Line},{Column})";
}

/// <summary>A value and where it was written.</summary>
public sealed record Located<T>(T Value, Place Place);
