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
