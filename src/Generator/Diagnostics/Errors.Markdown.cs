namespace Recto.Diagnostics;

public static partial class Errors
{
    public static Diagnostic MarkdownNested(Place place) =>
        Error("markdown-nested", place, "quotes, lists or emphasis are nested too deep to be read");

    public static Diagnostic HtmlForbidden(Place place) =>
        Error(
            "html-forbidden",
            place,
            "HTML is not used in chapters (comments alone are); write Markdown, or \\< for '<'"
        );

    public static Diagnostic ValueUnclosed(Place place) =>
        Error("value-unclosed", place, "'{{' has no '}}' in its paragraph; write \\{ for a brace");

    public static Diagnostic DollarLoose(Place place) =>
        Error("dollar-loose", place, "this '$' begins no formula; write \\$ for a dollar, and no space inside $x$");

    public static Diagnostic CitationInvalid(Place place, string word) =>
        Error("citation-invalid", place, $"'{word}' is no citation; write [@key] or [@key; @other]");

    public static Diagnostic CitationUnknown(Located<string> key, IEnumerable<string> known) =>
        Error(
            "citation-unknown",
            key.Place,
            $"content/references.yml has no work '{key.Value}'{Suggest.Among(key.Value, known)}"
        );

    public static Diagnostic ReferenceUnknown(Located<string> id, IEnumerable<string> known) =>
        Error(
            "reference-unknown",
            id.Place,
            $"nothing with a number has the id '{id.Value}'{Suggest.Among(id.Value, known)}"
        );

    public static Diagnostic LinkUnknown(Place place, string url) =>
        Error(
            "link-unknown",
            place,
            $"'{url}' leads nowhere; expected '#id' of the report, or an address with http, https or mailto"
        );

    public static Diagnostic IdInvalid(Located<string> id) =>
        Error(
            "id-invalid",
            id.Place,
            $"the id '{id.Value}' must start with a small letter and hold only small letters, digits, '-' and '_'"
        );

    public static Diagnostic IdDuplicate(Located<string> id, Place first) =>
        Error("id-duplicate", id.Place, $"the id '{id.Value}' is taken already, at {first}");

    public static Diagnostic IdUntranslated(Located<string> id, string file) =>
        Error(
            "id-untranslated",
            id.Place,
            $"'{id.Value}' has no counterpart in {file}; both languages share their ids"
        );

    public static Diagnostic HeadingIdMissing(Place place) =>
        Error("heading-id-missing", place, "a heading needs an id that both languages share: ## Title {#id}");

    public static Diagnostic HeadingTopMissing(Place place) =>
        Error("heading-top-missing", place, "the chapter must start with its own heading: # Title {#id}");

    public static Diagnostic HeadingTopAgain(Place place) =>
        Error("heading-top-again", place, "a chapter has one heading with a single '#'; use '##' below it");

    public static Diagnostic HeadingEmpty(Place place) => Error("heading-empty", place, "a heading needs words");

    public static Diagnostic HeadingSkipped(Place place, int level, int above) =>
        Error(
            "heading-skipped",
            place,
            $"a heading of level {level} follows one of level {above}; a level is left out"
        );

    public static Diagnostic AlertUnknown(Located<string> kind, IReadOnlyList<string> known) =>
        Error("alert-unknown", kind.Place, $"there is no alert '{kind.Value}'{Suggest.Among(kind.Value, known)}");

    public static Diagnostic FootnoteUnknown(Place place) =>
        Error("footnote-unknown", place, "there is no such note; write it in a paragraph of its own: [^name]: text");

    public static Diagnostic AttributesLoose(Place place) =>
        Error(
            "attributes-loose",
            place,
            "these attributes belong to nothing; for a table, put them before it with an empty line between"
        );

    public static Diagnostic AttributeUnknown(Located<string> name, IReadOnlyList<string> known) =>
        Error(
            "attribute-unknown",
            name.Place,
            $"there is no attribute '{name.Value}' here{Suggest.Among(name.Value, known)}"
        );

    public static Diagnostic AttributeDuplicate(Located<string> name) =>
        Error("attribute-duplicate", name.Place, $"the attribute '{name.Value}' is written twice");

    public static Diagnostic FigureInline(Place place) =>
        Error("figure-inline", place, "a figure must stand in a paragraph of its own");

    public static Diagnostic FigureIncomplete(Place place, string missing) =>
        Error("figure-incomplete", place, $"the figure needs {missing}");

    public static Diagnostic FigureAltRich(Place place) =>
        Error("figure-alt-rich", place, "an alt text is read aloud: it holds text and values only");

    public static Diagnostic FigureKindUnknown(Place place, string kind, IEnumerable<string> known) =>
        Error("figure-kind-unknown", place, $"there is no kind of figure '{kind}'{Suggest.Among(kind, known)}");

    public static Diagnostic FigureRunsWrong(Place place, string kind, int most, int named) =>
        Error(
            "figure-runs-wrong",
            place,
            $"a figure of kind '{kind}' takes {(most == 1 ? "one run" : $"one to {most} runs")}, "
                + $"this one names {named}"
        );

    public static Diagnostic FigureOptionUnknown(Located<string> word, string option, IReadOnlyList<string> known) =>
        Error(
            "figure-option-unknown",
            word.Place,
            $"'{option}' cannot be '{word.Value}'{Suggest.Among(word.Value, known)}"
        );

    public static Diagnostic FigureOptionLong(Place place, string option, int most) =>
        Error(
            "figure-option-long",
            place,
            $"'{option}' takes {(most == 1 ? "one word" : $"one to {most} words")}, not more"
        );

    public static Diagnostic NoiseMissing(Located<string> row, string run) =>
        Error("noise-missing", row.Place, $"there is no row '{row.Value}' of run '{run}': it declares no noise");

    public static Diagnostic ProbeMissing(Place place, string kind, string run, string probe) =>
        Error(
            "probe-missing",
            place,
            $"a figure of kind '{kind}' needs probe '{probe}' of run '{run}': add it to the run's 'probes'"
        );

    public static Diagnostic PictureMissing(Located<string> file, string folder, IReadOnlyList<string> known) =>
        Error(
            "picture-missing",
            file.Place,
            $"{folder} has no picture '{file.Value}'{Suggest.Among(file.Value, known)}"
        );

    public static Diagnostic FenceUnclosed(Place place) =>
        Error("fence-unclosed", place, "the block that starts here is never closed");

    public static Diagnostic BlockIncomplete(Place place, string missing) =>
        Error("block-incomplete", place, $"the block needs {missing}");

    public static Diagnostic ListingSourceMissing(Place place) =>
        Error("listing-source-missing", place, "a listing shows what was run: give it src= or experiment=");

    public static Diagnostic MarkUnknown(Place place, string mark, IReadOnlyList<string> known) =>
        Error("mark-unknown", place, $"a number is not marked '.{mark}'{Suggest.Among(mark, known)}");

    public static Diagnostic BlockFilled(Place place, string info, string origin) =>
        Error("block-filled", place, $"the block '{info}' is made from {origin}; leave it empty");

    public static Diagnostic ListingFilled(Place place) =>
        Error("listing-filled", place, "a listing takes its text from the source; leave the block empty");

    public static Diagnostic SourceMissing(Located<string> path, IReadOnlyList<string> known) =>
        Error(
            "source-missing",
            path.Place,
            $"there is no file src/Experiments/{path.Value}{Suggest.Among(path.Value, known)}"
        );

    public static Diagnostic RegionMissing(Located<string> region, string file, IReadOnlyList<string> known) =>
        Error(
            "region-missing",
            region.Place,
            $"{file} has no region '{region.Value}'{Suggest.Among(region.Value, known)}"
        );

    public static Diagnostic MetricPartial(Located<string> metric, string run) =>
        Error(
            "metric-partial",
            metric.Place,
            $"the run '{run}' has no metric '{metric.Value}'; with 'optional: true' it shows a dash"
        );

    public static Diagnostic MetricUnknown(Located<string> metric, string run, IReadOnlyList<string> known) =>
        Error(
            "metric-unknown",
            metric.Place,
            $"the run '{run}' has no metric '{metric.Value}'{Suggest.Among(metric.Value, known)}"
        );
}
