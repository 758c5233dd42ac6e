using System.Text.Json.Nodes;

namespace Ahoy.OpenApi;

/// <summary>
/// Compiles OpenAPI documents into the form that Ahoy.Simulator reads: routes, parameters, bodies, success answers, links. Descriptions,
/// examples and error answers are left out; what is said twice is kept once. The same documents give the same bytes.
/// </summary>
internal static class OpenApiCompiler
{
    internal static CompiledDocuments Compile(IEnumerable<string> files, string source)
    {
        return new CompiledDocuments(source, [.. files.Select(file => Compile(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))]);
    }

    internal static CompiledDocument Compile(string name, string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var paths = root["paths"]!.AsObject();
        var hosts = paths.Select(path => Host(path.Value!["servers"] ?? root["servers"])).Distinct().ToList();
        if (hosts.Count != 1)
        {
            throw new InvalidDataException($"{name} has {hosts.Count} hosts; the compiled form has one a document.");
        }

        var content = new DocumentWriter(root);
        var operations = content.WritePaths(paths);
        var prefixes = paths.Select(path => path.Key.Split('/')[1]).Distinct().ToList();
        return new CompiledDocument(name, hosts[0], prefixes, operations, content.ToArray());
    }

    private static string Host(JsonNode? servers)
    {
        return new Uri((string)servers![0]!["url"]!).Host;
    }
}
