using System.Globalization;
using System.Text.Json;
using Ahoy.Host.Environments;
using Ahoy.Host.Logs;
using Ahoy.Host.Offline;
using Ahoy.Model;

namespace Ahoy.Host.Commands;

/// <summary>Says what is being served and where: a table of the URLs, then one line that programs can wait for.</summary>
internal static class StartBanner
{
    /// <summary>What the ready line begins with.</summary>
    public const string ReadyMark = "ahoy: ready ";

    /// <summary>Writes it.</summary>
    /// <param name="log">The log.</param>
    /// <param name="served">What is served.</param>
    /// <param name="port">Where.</param>
    /// <param name="writesJson">Whether a program reads it.</param>
    /// <param name="listsAll">Whether the table has each resource; else many of them are summed up by folder.</param>
    /// <param name="offline">The offline Twilio, or null.</param>
    /// <param name="page">Where the page is, or null.</param>
    public static void Write(StreamLog log, ServedEnvironment served, int port, bool writesJson, bool listsAll = false, OfflineTwilio? offline = null, string? page = null)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        if (writesJson)
        {
            log.WriteText(JsonSerializer.Serialize(new ReadyLine("ready", url, port, Environment.ProcessId, served.Build.Service, offline?.Url, page), BannerJson.Default.ReadyLine) + "\n");
            return;
        }

        var rows = listsAll
            ? [.. served.Build.Resources.Select(r => Row(r, url))]
            : ResourceGroups.Of(served.Build.Resources, r => (r.Kind, r.Visibility, r.Path)).Select(group => Row(group, url)).ToList();
        log.WriteText(Table(rows)
            + (page is null ? "" : PageBanner.Text(page))
            + (offline is null ? "" : OfflineBanner.Text(offline, served))
            + $"{ReadyMark}url={url}{(offline is null ? "" : $" offline={offline.Url}")} pid={Environment.ProcessId}{(page is null ? "" : $" page={page}")}\n");
    }

    private static string[] Row(ResourceGroup<Resource> group, string url) => group.Resources is [var single]
        ? Row(single, url)
        : Row(group.Kind, group.Visibility, group.Folder, url, $"{group.Count} ({ResourceGroups.ListAllOption} lists them)");

    private static string[] Row(Resource resource, string url) => Row(resource.Kind, resource.Visibility, resource.Path, url, resource.File);

    private static string[] Row(ResourceKind kind, Visibility visibility, string path, string url, string from)
    {
        var isPrivate = visibility == Visibility.Private;
        return
        [
            isPrivate ? "-" : kind == ResourceKind.Function ? "GET, POST" : "GET",
            isPrivate ? path : url + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)),
            visibility.ToString().ToLowerInvariant(),
            from,
        ];
    }

    private static string Table(List<string[]> rows)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TextTable.Write(["Verb", "URL", "Visibility", "File"], rows, writer, TextTable.TerminalWidth, headersInColumns: false);
        return writer.ToString();
    }
}
