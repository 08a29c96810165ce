using Markdig.Syntax.Inlines;

namespace Recto.Content.Markdown;

/// <summary>A line feed between two Chinese characters is no space: it goes.</summary>
internal static class SoftBreaks
{
    public static void Join(IEnumerable<LineBreakInline> breaks)
    {
        foreach (var line in breaks.Where(b => !b.IsHard).ToList())
        {
            var (before, after) = (Last(line.PreviousSibling), First(line.NextSibling));
            if ((IsHan(before) && (IsHan(after) || IsShared(after))) || (IsShared(before) && IsHan(after)))
            {
                line.Remove();
            }
        }
    }

    private static char Last(Inline? inline) =>
        inline switch
        {
            LiteralInline { Content.IsEmpty: false } text => text.Content[text.Content.End],
            ContainerInline container and not LinkInline { IsImage: true } => Last(container.LastChild),
            _ => '\0',
        };

    private static char First(Inline? inline) =>
        inline switch
        {
            LiteralInline { Content.IsEmpty: false } text => text.Content.CurrentChar,
            ContainerInline container and not LinkInline { IsImage: true } => First(container.FirstChild),
            _ => '\0',
        };

    /// <summary>Ideographs, Chinese punctuation and full-width forms; beyond the basic plane by either surrogate.</summary>
    private static bool IsHan(char c) =>
        c
            is (>= '\u2E80' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFF00' and <= '\uFFEF')
                or (>= '\uD840' and <= '\uD88F')
                or (>= '\uDC00' and <= '\uDFFF');

    /// <summary>Marks that Chinese shares with other scripts.</summary>
    private static bool IsShared(char c) => c is '“' or '”' or '‘' or '’' or '…' or '—';
}
