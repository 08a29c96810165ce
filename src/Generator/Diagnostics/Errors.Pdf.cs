using System.Text;

namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic PdfDiffers(string file, string what, string expected, string found) =>
        Error("pdf-different", null, $"The {what} of '{file}' is '{found}', expected '{expected}'");

    public static Diagnostic PdfHeadingLost(string file, string heading) =>
        Error(
            "pdf-heading-lost",
            null,
            $"The outline of '{file}' lacks the heading '{heading}', or has it out of order"
        );

    public static Diagnostic PdfHeadingDiffers(string file, string heading, string what, int expected, int found) =>
        Error(
            "pdf-heading-different",
            null,
            $"The outline of '{file}' has '{heading}' at {what} {found}, but the text has it at {what} {expected}"
        );

    public static Diagnostic PdfPictureMute(string file, int count) =>
        Error("pdf-picture-mute", null, $"{count} pictures or formulas of '{file}' have no description");

    public static Diagnostic PdfHeavy(string file, int bytes, int most) =>
        Warning(
            "pdf-heavy",
            null,
            $"'{file}' weighs {bytes / 1000} KB, more than {most / 1000} KB; pictures weigh most"
        );

    public static Diagnostic PdfGlyphMissing(Place place, Rune character, string fonts) =>
        Error(
            "pdf-glyph-missing",
            place,
            $"the fonts of the PDF ({fonts}) have no glyph for '{character}' (U+{character.Value:X4}); write it in another way"
        );

    public static Diagnostic PdfFontForeign(string file, string font, string characters) =>
        Error(
            "pdf-font-foreign",
            null,
            $"'{file}' sets '{characters}' in '{font}', which this machine happens to have installed; no font of ours was asked for, or none has them"
        );

    public static Diagnostic PdfFontMissing(string file, string font) =>
        Error("pdf-font-missing", null, $"'{file}' does not embed the font '{font}'");

    public static Diagnostic PdfLinkBroken(string file, string target) =>
        Error("pdf-link-broken", null, $"'{file}' links to '{target}', which nobody else can open");
}
