using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Recto.Diagnostics;

namespace Recto.Pipeline.Serving;

/// <summary>What is answered to a browser: files of the edition, news, and the two things that it may ask for.</summary>
internal sealed partial class PreviewAnswers(
    Preview preview,
    PreviewTraining training,
    PreviewPdf pdf,
    Viewers viewers,
    CancellationToken cancel
)
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".csv"] = "text/plain; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".woff2"] = "font/woff2",
        [".xml"] = "application/xml",
        [".pdf"] = "application/pdf",
    };

    private static readonly Lazy<byte[]> Script = new(() =>
    {
        using var script = typeof(PreviewAnswers).Assembly.GetManifestResourceStream("preview.js")!;
        using var bytes = new MemoryStream();
        script.CopyTo(bytes);
        return bytes.ToArray();
    });

    public Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        var path = Uri.UnescapeDataString(request.Url!.AbsolutePath)[1..];
        context.Response.Headers["Cache-Control"] = "no-store";
        return (request.HttpMethod, path) switch
        {
            ("POST", "-/train") => Accept(context, () => training.Start(preview.LookAgain, cancel)),
            ("POST", "-/stop") => Accept(context, training.Stop),
            (not ("GET" or "HEAD"), _) => EndAsync(context, HttpStatusCode.MethodNotAllowed),
            (_, "-/preview.js") => WriteAsync(context, ".js", Script.Value),
            (_, "-/news") => NewsAsync(context),
            _ when Path.GetExtension(path) == ".pdf" => PdfAsync(context, path),
            _ => PageAsync(context, path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path),
        };
    }

    /// <summary>A page carries the script that follows the news; where there is no edition yet, it carries nothing else.</summary>
    private async Task PageAsync(HttpListenerContext context, string path)
    {
        var bytes = Read(path);
        if (bytes is null && preview.Edition is not null)
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            bytes = Path.GetExtension(path) == ".html" ? Read(path = "404.html") : null;
            if (bytes is null)
            {
                return;
            }
        }

        var isPage = Path.GetExtension(path) == ".html";
        await WriteAsync(context, Path.GetExtension(path), isPage ? Followed(bytes, path) : bytes ?? []);
    }

    private byte[]? Read(string path)
    {
        // An edition that has just gone answers nothing.
        for (var edition = preview.Edition; edition is not null; edition = preview.Edition)
        {
            if (edition.Read(path) is { } bytes || edition == preview.Edition)
            {
                return edition.Read(path);
            }
        }

        return null;
    }

    private static byte[] Followed(byte[]? page, string path)
    {
        var html = page is null ? "<!doctype html><head></head><body></body>" : Encoding.UTF8.GetString(page);
        html = Base().Replace(html, "<base href=\"/\">");
        var digest = page is null ? "" : PreviewNews.DigestOf(page);
        var script =
            $"<script src=\"/-/preview.js\" data-path=\"{Pages.Html.Escape(path)}\" data-digest=\"{digest}\"></script>\n";
        var at = html.IndexOf("</head>", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(at < 0 ? script + html : html.Insert(at, script));
    }

    /// <summary>Where the site is published is not where it is served.</summary>
    [GeneratedRegex("<base href=\"[^\"]*\">")]
    private static partial Regex Base();

    private async Task NewsAsync(HttpListenerContext context)
    {
        var path = context.Request.QueryString["page"] ?? "";
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        await viewers.FollowAsync(
            path,
            async () =>
            {
                var news = Encoding.UTF8.GetBytes($"data: {PreviewNews.Of(path, preview, training)}\n\n");
                await response.OutputStream.WriteAsync(news, cancel);
                await response.OutputStream.FlushAsync(cancel);
            },
            cancel
        );
    }

    private async Task PdfAsync(HttpListenerContext context, string path)
    {
        try
        {
            var bytes = preview.Edition is { } edition ? await pdf.ReadAsync(path, edition, cancel) : null;
            await (bytes is null ? EndAsync(context, HttpStatusCode.NotFound) : WriteAsync(context, ".pdf", bytes));
        }
        catch (ReportException e)
        {
            context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            await WriteAsync(context, ".csv", Encoding.UTF8.GetBytes(e.Sentence ?? "the PDF is not what it should be"));
        }
    }

    private static Task Accept(HttpListenerContext context, Action action)
    {
        action();
        return EndAsync(context, HttpStatusCode.Accepted);
    }

    private static Task EndAsync(HttpListenerContext context, HttpStatusCode code)
    {
        context.Response.StatusCode = (int)code;
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpListenerContext context, string extension, byte[] bytes)
    {
        var response = context.Response;
        response.ContentType = Types.GetValueOrDefault(extension, "application/octet-stream");
        response.ContentLength64 = bytes.Length;
        if (context.Request.HttpMethod != "HEAD")
        {
            await response.OutputStream.WriteAsync(bytes);
        }
    }
}
