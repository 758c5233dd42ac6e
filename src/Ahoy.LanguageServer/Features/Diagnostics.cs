using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;

namespace Ahoy.LanguageServer.Features;

/// <summary>What the rules and the checks of the Build find: for pulling, and for all other editors pushed.</summary>
internal sealed class Diagnostics : IFeature
{
    /// <inheritdoc/>
    public void Announce(JsonObject capabilities, ServerContext server)
    {
        if (server.Pulls)
        {
            capabilities["diagnosticProvider"] = new JsonObject
            {
                ["identifier"] = "ahoy",
                ["interFileDependencies"] = true,
                ["workspaceDiagnostics"] = true,
                ["workDoneProgress"] = true,
            };
        }
    }

    /// <inheritdoc/>
    public IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server)
    {
        yield return ("textDocument/diagnostic", (parameters, cancellation) => Task.FromResult<JsonNode?>(Pull(server, parameters, cancellation)));
        yield return ("workspace/diagnostic", (parameters, cancellation) => Task.FromResult<JsonNode?>(PullAll(server, parameters, cancellation)));
    }

    /// <summary>All that is found at a path: in its text, by the last runs, and by the checks of the Build.</summary>
    public static JsonArray Find(ServerContext server, string path, CancellationToken cancellation) => server.Projects.Of(path) is { } project
        ? FoundAt.Find(server, project, path, project.BuildFindings(server.Checks), cancellation).ToJson(server)
        : [];

    private static JsonObject Pull(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        var items = FilePaths.PathOf(parameters.Required("textDocument", "uri")) is { } path ? Find(server, path, cancellation) : [];
        return Report(items, parameters.At("previousResultId").Text());
    }

    private static JsonObject PullAll(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in parameters.At("previousResultIds").Items())
        {
            if (item.At("uri").Text() is { } uri && item.At("value").Text() is { } value)
            {
                before[uri] = value;
            }
        }

        var reports = new JsonArray();
        using var work = server.Progress?.Begin("Ahoy looks at your Functions", parameters.At("workDoneToken"));
        var paths = server.Projects.FindAll().SelectMany(project => PathsOf(server, project)).Distinct(FilePaths.Comparer).ToList();
        if (work is not null)
        {
            work.Total = paths.Count;
        }

        foreach (var path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            var uri = server.UriOf(path);
            var report = Report(Find(server, path, cancellation), before.GetValueOrDefault(uri));
            report["uri"] = uri;
            report["version"] = server.Documents.Find(path)?.Version;
            reports.AddNode(report);
            work?.Step();
        }

        return new JsonObject { ["items"] = reports };
    }

    // The files that the rules look at, and those that the checks of the Build name.
    private static IEnumerable<string> PathsOf(ServerContext server, EditorProject project) =>
        project.Resources.Where(file => project.AnalyzedOf(file.FullPath) is not null).Select(file => file.FullPath)
            .Concat(project.BuildFindings(server.Checks).Select(finding => finding.Path));

    // The id is of what is told, so that the same result has the same id after a restart, too.
    private static JsonObject Report(JsonArray items, string? before)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(items.ToJsonString())).AsSpan(0, 8));
        return id == before
            ? new JsonObject { ["kind"] = "unchanged", ["resultId"] = id }
            : new JsonObject { ["kind"] = "full", ["resultId"] = id, ["items"] = items };
    }
}
