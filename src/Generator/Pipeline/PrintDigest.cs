using System.Globalization;
using System.Text;
using Recto.Experiments.Contract;
using Recto.Pages;
using Recto.Pdf;
using Recto.Runs;

namespace Recto.Pipeline;

/// <summary>Digest of all that a PDF shows: its document, and the files that this and those name in turn.</summary>
public static class PrintDigest
{
    public static string Of(PrintEdition print, IReadOnlyDictionary<string, byte[]> files)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Follow(print.Content);
        var printer = PdfPrinter.Generation.ToString(CultureInfo.InvariantCulture);
        return Keys.Digest(printer, FileDigests.OfBytes(print.Content), RunFolder.SealOf(named));

        void Follow(byte[] document)
        {
            var text = Encoding.UTF8.GetString(document);
            foreach (var (path, bytes) in files)
            {
                var isNamed = text.Contains(Path.GetFileName(path), StringComparison.Ordinal);
                if (
                    isNamed
                    && !SiteDraft.IsPage(path)
                    && named.TryAdd(path, FileDigests.OfBytes(bytes))
                    && IsStyle(path)
                )
                {
                    Follow(bytes);
                }
            }
        }
    }

    private static bool IsStyle(string path) => path.EndsWith(".css", StringComparison.Ordinal);
}
