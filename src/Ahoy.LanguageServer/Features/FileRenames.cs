using System.Text.Json;
using System.Text.Json.Nodes;
using Ahoy.LanguageServer.Documents;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Protocol;
using Ahoy.Model;

namespace Ahoy.LanguageServer.Features;

/// <summary>Before a file or a folder gets another name: the keys and addresses that name it follow.</summary>
internal sealed class FileRenames : IFeature
{
    /// <inheritdoc/>
    public void Announce(JsonObject capabilities, ServerContext server)
    {
        var filter = new JsonObject { ["filters"] = new JsonArray(new JsonObject { ["scheme"] = "file", ["pattern"] = new JsonObject { ["glob"] = "**" } }) };
        capabilities["workspace"] ??= new JsonObject();
        capabilities["workspace"]!["fileOperations"] = new JsonObject { ["willRename"] = filter };
    }

    /// <inheritdoc/>
    public IEnumerable<(string Method, Func<JsonElement, CancellationToken, Task<JsonNode?>> Answer)> Methods(ServerContext server)
    {
        yield return ("workspace/willRenameFiles", (parameters, cancellation) => Task.FromResult<JsonNode?>(Follow(server, parameters, cancellation)));
    }

    private static JsonObject? Follow(ServerContext server, JsonElement parameters, CancellationToken cancellation)
    {
        var renames = parameters.At("files").Items()
            .Select(item => (Old: FilePaths.PathOf(item.Required("oldUri")), New: FilePaths.PathOf(item.Required("newUri"))))
            .Where(rename => rename is { Old: not null, New: not null })
            .ToList();
        var edits = new Dictionary<string, JsonArray>(FilePaths.Comparer);
        foreach (var project in renames.Select(rename => server.Projects.Of(rename.Old!)).OfType<EditorProject>().Distinct())
        {
            foreach (var (path, link, text) in Links.To(server, project, target => NewPathOf(renames, target) is not null, cancellation))
            {
                if (NewNameOf(project, link, text, NewPathOf(renames, Links.PathOf(project, link.Target))!) is { } name)
                {
                    (edits.TryGetValue(path, out var list) ? list : edits[path] = []).AddNode(new JsonObject
                    {
                        ["range"] = server.MapOf(path, text).RangeOf(link.Start, link.End),
                        ["newText"] = name,
                    });
                }
            }
        }

        return edits.Count == 0 ? null : WorkspaceEdits.Of(server, edits.Select(edit => new DocumentEdit(edit.Key, server.Documents.Find(edit.Key)?.Version, edit.Value)));
    }

    // A folder's rename is one of all that lies in it.
    private static string? NewPathOf(List<(string? Old, string? New)> renames, string path)
    {
        foreach (var (old, @new) in renames)
        {
            if (FilePaths.Comparer.Equals(path, old))
            {
                return @new;
            }

            if (path.StartsWith(old + Path.DirectorySeparatorChar, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
            {
                return @new + path[old!.Length..];
            }
        }

        return null;
    }

    /// <summary>What stands in the place of a key or an address after the rename; null where the new file is no resource of that kind any more.</summary>
    private static string? NewNameOf(EditorProject project, Link link, string text, string newPath)
    {
        var old = project.ResourceOf(Links.PathOf(project, link.Target))!;
        var root = old.FullPath[..^RelativeToRoot(old).Length];
        if (!newPath.StartsWith(root, StringComparison.Ordinal))
        {
            return null;
        }

        if (old.Kind == ResourceKind.Function && !newPath.EndsWith(".js", StringComparison.Ordinal))
        {
            return null;
        }

        var route = ResourcePath.FromFile(old.Kind, newPath[root.Length..]).Value;

        if (link.IsKey)
        {
            return old.Kind == ResourceKind.Function ? route.TrimStart('/') : route;
        }

        // The rest of the address, its domain and its query, stays.
        var written = text[link.Start..link.End];
        var at = written.IndexOf(old.Path, StringComparison.Ordinal);
        return at >= 0 ? string.Concat(written.AsSpan(0, at), route, written.AsSpan(at + old.Path.Length)) : null;
    }

    private static string RelativeToRoot(ResourceFile file)
    {
        // The folder that paths are relative to is as many levels up as the path has.
        var levels = file.Path.Count(character => character == '/');
        var at = file.FullPath.Length;
        for (var i = 0; i < levels; i++)
        {
            at = file.FullPath.LastIndexOf(Path.DirectorySeparatorChar, at - 1);
        }

        return file.FullPath[(at + 1)..];
    }
}
