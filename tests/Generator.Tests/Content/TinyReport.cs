using Recto.Content;
using Recto.Diagnostics;
using Recto.Planning;

namespace Recto.Tests.Content;

/// <summary>A report of one chapter with one run <c>a</c> and one claim <c>c</c>, in a folder of its own.</summary>
internal sealed class TinyReport : IDisposable
{
    public const string Chapter = "content/1-first/";

    /// <summary>The body that follows starts in line 10.</summary>
    public const string Head = """
        ---
        title: 题
        experiments:
          a: { model: { kind: dense, layers: [784, 2], activation: tanh, output: tanh }, data: mnist, epochs: 5 }
        claims:
          c: { holds: a.test.mse < 1, expected: reproduced, text: { zh: 一, en: One } }
        ---
        # 题 {#top}


        """;

    private static readonly string Sha = new('0', 64);

    public static readonly string Report = $$"""
        title: { zh: 报告, en: Report }
        description: { zh: 说明, en: Description }
        authors: [A]
        url: https://example.org/
        languages: [zh]
        parts:
          - { number: 3, title: { zh: 实验, en: Experiments }, chapters: [1-first] }
        data:
          mnist:
            kind: idx
            files:
              train.images: { name: a, sha256: {{Sha}} }
              train.labels: { name: b, sha256: {{Sha}} }
              test.images: { name: c, sha256: {{Sha}} }
              test.labels: { name: d, sha256: {{Sha}} }
            sources: [https://example.org/mnist/]
          strokes: { kind: strokes }

        """;

    private const string References = """
        rumelhart1986:
          type: article-journal
          title: Learning representations
          author: [{ family: Rumelhart, given: David E. }]
          issued: 1986

        """;

    private const string Net = """
        class Net
        {
            #region model
            void Build()
            {
                Add();
            }
            #endregion
        }

        """;

    private readonly string root = Directory.CreateTempSubdirectory("recto-").FullName;

    public TinyReport()
    {
        Write("content/report.yml", Report);
        Write("content/references.yml", References);
        Write($"{Chapter}zh.md", Head);
        Write("src/Experiments/Models/Net.cs", Net);
    }

    public Workspace Workspace => new(root, root, Path.Combine(root, "site"));

    public DiagnosticBag Bag { get; } = new();

    /// <summary>The mistakes found so far, one a line.</summary>
    public string Mistakes => string.Concat(Bag.Sorted().Select(d => $"{d}\n"));

    public void Write(string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Reads and checks all that is there before training.</summary>
    public Book? Read()
    {
        var book = BookReader.Read(Workspace, Bag);
        if (book is not null)
        {
            ExpressionChecks.Check(book, Bag);
        }

        return book;
    }

    /// <summary>The report with this body in its chapter, which must be right.</summary>
    public Edition ReadBody(string body)
    {
        Write($"{Chapter}zh.md", Head + body);
        var book = Read();
        Xunit.Assert.Equal("", Mistakes);
        return book!.Chapters[0].Editions["zh"];
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
