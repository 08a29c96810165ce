using Markdig.Syntax;
using Recto.Diagnostics;

namespace Recto.Content.Markdown;

/// <summary>Where a part of a parsed text stands; Markdig's lines and columns count from 0.</summary>
public static class Places
{
    /// <param name="file">The edition's.</param>
    public static Place Of(string file, MarkdownObject item) => new(file, item.Line + 1, item.Column + 1);
}
