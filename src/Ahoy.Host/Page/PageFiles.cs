using System.IO.Compression;

namespace Ahoy.Host.Page;

/// <summary>The page itself: three files that are part of this assembly, compressed.</summary>
internal static class PageFiles
{
    // Nothing but its own files and what it asks of this address; nobody may put it into a frame.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, (string Name, string Type)> s_files = new(StringComparer.Ordinal)
    {
        ["/"] = ("index.html", "text/html; charset=utf-8"),
        ["/page.js"] = ("page.js", "text/javascript; charset=utf-8"),
        ["/page.css"] = ("page.css", "text/css; charset=utf-8"),
    };

    private static readonly string s_tag = $"\"{typeof(PageFiles).Assembly.ManifestModule.ModuleVersionId:n}\"";

    /// <summary>Whether there is a file of the page at a path.</summary>
    public static bool Has(string path) => s_files.ContainsKey(path);

    /// <summary>Answers with a file.</summary>
    public static async Task AnswerAsync(HttpContext http, string path)
    {
        var (name, type) = s_files[path];
        var response = http.Response;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        // No Cross-Origin-Opener-Policy: with it the browser starts another process for the tab, and the first paint comes 170 ms later. Who opened the page sees
        // nothing of another origin through the window, and there are no frames in it to count.
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = s_tag;
        response.Headers.Vary = "Accept-Encoding";
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }

        if (http.Request.Headers.IfNoneMatch == s_tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = type;
        using var file = typeof(PageFiles).Assembly.GetManifestResourceStream($"Ahoy.Page.{name}.gz")!;
        using var content = new MemoryStream();
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            response.Headers.ContentEncoding = "gzip";
            await file.CopyToAsync(content, http.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            using var plain = new GZipStream(file, CompressionMode.Decompress);
            await plain.CopyToAsync(content, http.RequestAborted).ConfigureAwait(false);
        }

        response.ContentLength = content.Length;
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await response.BodyWriter.WriteAsync(content.GetBuffer().AsMemory(0, (int)content.Length), http.RequestAborted).ConfigureAwait(false);
        }
    }
}
