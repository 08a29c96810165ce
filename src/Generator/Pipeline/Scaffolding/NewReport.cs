using System.Globalization;
using Recto.Content;
using Recto.Diagnostics;

namespace Recto.Pipeline.Scaffolding;

/// <summary><c>recto new report DIR</c>: a folder that builds at once.</summary>
public static class NewReport
{
    private const string Chapter = "10-first-look";

    private static readonly string[] DataSets = ["fashion-mnist", "mnist", "strokes"];

    /// <param name="today">In which the report is to be cited.</param>
    public static IReadOnlyList<string> Write(NewArguments asked, Workspace home, DateTimeOffset today)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(asked.Name));
        var languages = asked.Languages.Split(',').Select(LanguageOf).Distinct().ToList();
        if (!DataSets.Contains(asked.Data))
        {
            throw Scaffold.Wrong($"--data knows no '{asked.Data}'{Suggest.Among(asked.Data, DataSets)}");
        }

        var scaffold = new Scaffold(home, root);
        scaffold.Add("content/report.yml", Report(scaffold, asked, languages, today, Path.GetFileName(root)));
        scaffold.Add("content/references.yml", scaffold.Text("references.yml"));
        scaffold.Add(".gitignore", scaffold.Text("gitignore"));
        foreach (var (i, language) in languages.Index())
        {
            var declarations = i > 0 ? "" : Declarations(scaffold, asked, languages);
            var text = scaffold.Text($"first-look.{language.Code}.md", ("declarations", declarations));
            scaffold.Add($"content/{Chapter}/{language.Code}.md", text);
        }

        if (asked.Pages)
        {
            scaffold.Add(".github/workflows/pages.yml", scaffold.Text("pages.yml"));
        }

        return
        [
            .. scaffold.Write().Select(path => $"{asked.Name}/{path}"),
            "next:",
            $"  ./build.sh build --root {asked.Name}                 trains two small networks, writes {asked.Name}/site/",
            $"  ./build.sh new chapter NAME --root {asked.Name}      and new experiment NAME: more of it",
        ];
    }

    private static string Report(
        Scaffold scaffold,
        NewArguments asked,
        IReadOnlyList<Language> languages,
        DateTimeOffset today,
        string folder
    ) =>
        scaffold.Text(
            "report.yml",
            ("title", Scaffold.Localized(languages, _ => asked.Title ?? Scaffold.TitleOf(folder))),
            ("description", Scaffold.Localized(languages, l => In(l, "What this report is about.", "本报告的内容。"))),
            ("contents", Scaffold.Localized(languages, l => In(l, "Contents", "目录"))),
            ("part", Scaffold.Localized(languages, l => In(l, "Experiments", "实验"))),
            ("author", Scaffold.Quoted(Environment.UserName)),
            ("url", $"https://example.org/{Uri.EscapeDataString(folder)}/"),
            ("languages", string.Join(", ", languages)),
            ("year", today.Year.ToString(CultureInfo.InvariantCulture)),
            ("data-set", scaffold.Text($"{asked.Data}.yml").TrimEnd())
        );

    private static string Declarations(Scaffold scaffold, NewArguments asked, IReadOnlyList<Language> languages) =>
        scaffold.Text(
            "first-look.yml",
            ("data", asked.Data),
            (
                "claim",
                Scaffold.Localized(
                    languages,
                    l => In(l, "The wider code keeps more of an image.", "编码越宽，图像保留得越多。")
                )
            )
        );

    private static string In(Language language, string english, string chinese) =>
        language == Language.Chinese ? chinese : english;

    private static Language LanguageOf(string code) =>
        Language.Known.FirstOrDefault(l => l.Code == code)
        ?? throw Scaffold.Wrong(
            $"--languages knows no '{code}'{Suggest.Among(code, Language.Known.Select(l => l.Code))}"
        );
}
