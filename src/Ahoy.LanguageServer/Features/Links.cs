using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.Analysis.Platform;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Features;

/// <summary>From a key or an address to its file, and from a file to every key and address that leads to it.</summary>
internal sealed class Links : IFeature
{
    /// <inheritdoc/>
    public void Announce(JsonObject capabilities, ServerContext server)
    {
        capabilities["definitionProvider"] = true;
        capabilities["referencesProvider"] = true;
        capabilities["documentLinkProvider"] = new JsonObject();
    }

    /// <inheritdoc/>
    public IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server)
    {
        yield return ("textDocument/definition", (parameters, cancellation) => Task.FromResult<JsonNode?>(Define(server, parameters, cancellation)));
        yield return ("textDocument/references", (parameters, cancellation) => Task.FromResult<JsonNode?>(Refer(server, parameters, cancellation)));
        yield return ("textDocument/documentLink", (parameters, cancellation) => Task.FromResult<JsonNode?>(List(server, parameters, cancellation)));
    }

    /// <summary>Every key and address of a project that leads to a file.</summary>
    public static IEnumerable<(string Path, Link Link, string Text)> To(ServerContext server, EditorProject project, Func<string, bool> isTarget, CancellationToken cancellation)
    {
        foreach (var resource in project.Resources.Where(file => project.AnalyzedOf(file.FullPath) is not null))
        {
            cancellation.ThrowIfCancellationRequested();
            if (server.Projects.ContextOf(project, resource, cancellation) is not { } file)
            {
                continue;
            }

            foreach (var link in Link.In(file).Where(link => isTarget(PathOf(project, link.Target))))
            {
                yield return (resource.FullPath, link, file.Text);
            }
        }
    }

    /// <summary>The file of a resource.</summary>
    public static string PathOf(EditorProject project, ProjectResource target) => Path.GetFullPath(target.File, project.Folder);

    private static JsonNode? Define(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        if (server.Open(parameters, cancellation) is not { } open || At(open, parameters) is not { } link)
        {
            return null;
        }

        return LocationOf(server, PathOf(open.Project, link.Target));
    }

    private static JsonArray Refer(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        var locations = new JsonArray();
        if (server.Open(parameters, cancellation) is not { } open)
        {
            return locations;
        }

        var offset = open.Document.Map.OffsetOf(parameters.At("position"));
        var target = At(open, parameters) is { } link ? PathOf(open.Project, link.Target)
            : IsExport(open, offset) ? open.Document.Path
            : null;
        if (target is null)
        {
            return locations;
        }

        if (parameters.At("context", "includeDeclaration").IsTrue())
        {
            locations.AddNode(LocationOf(server, target));
        }

        foreach (var (path, found, text) in To(server, open.Project, path => FilePaths.Comparer.Equals(path, target), cancellation))
        {
            locations.AddNode(new JsonObject { ["uri"] = server.UriOf(path), ["range"] = server.MapOf(path, text).RangeOf(found.Start, found.End) });
        }

        return locations;
    }

    private static JsonArray List(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        var links = new JsonArray();
        if (server.Open(parameters, cancellation) is { } open)
        {
            foreach (var link in Link.In(open.File))
            {
                links.AddNode(new JsonObject
                {
                    ["range"] = open.Document.Map.RangeOf(link.Start, link.End),
                    ["target"] = server.UriOf(PathOf(open.Project, link.Target)),
                    ["tooltip"] = $"{link.Target.Path}, {link.Target.Visibility.ToString().ToLowerInvariant()}",
                });
            }
        }

        return links;
    }

    private static Link? At(OpenFile open, JsonElement parameters)
    {
        var offset = open.Document.Map.OffsetOf(parameters.At("position"));
        return Link.In(open.File).FirstOrDefault(link => link.Start <= offset && offset <= link.End);
    }

    // `exports.handler`, or another exported name.
    private static bool IsExport(OpenFile open, int offset) =>
        open.File.Source.Handlers.Known.Any(handler => handler.Export.Start <= offset && offset <= handler.Export.End)
        || LineOf(open.File.Text, offset).TrimStart() is var line && (line.StartsWith("exports.", StringComparison.Ordinal) || line.StartsWith("module.exports", StringComparison.Ordinal));

    private static string LineOf(string text, int offset)
    {
        var start = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var end = text.IndexOf('\n', offset);
        return text[start..(end < 0 ? text.Length : end)];
    }

    private static JsonObject LocationOf(ServerContext server, string path)
    {
        var start = new JsonObject { ["line"] = 0, ["character"] = 0 };
        return new JsonObject { ["uri"] = server.UriOf(path), ["range"] = new JsonObject { ["start"] = start, ["end"] = start.DeepClone() } };
    }
}
