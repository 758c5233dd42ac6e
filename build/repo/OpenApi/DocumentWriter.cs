using System.Text;
using System.Text.Json.Nodes;

namespace Ahoy.OpenApi;

/// <summary>Writes one document: its strings, its schemas, its paths. DocumentReader of Ahoy.Simulator is its counterpart.</summary>
internal sealed class DocumentWriter
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private static readonly string[] Places = ["path", "query", "header"];

    private readonly JsonObject _root;
    private readonly StringTable _strings = new();
    private readonly SchemaTable _schemas;
    private readonly MemoryStream _paths = new();
    private readonly BinaryWriter _writer;

    internal DocumentWriter(JsonObject root)
    {
        _root = root;
        _schemas = new SchemaTable(root, _strings);
        _writer = new BinaryWriter(_paths, Encoding.UTF8);
    }

    /// <summary>Writes all paths and returns the number of their operations.</summary>
    internal int WritePaths(JsonObject paths)
    {
        var operations = 0;
        _writer.Write7BitEncodedInt(paths.Count);
        foreach (var (template, node) in paths)
        {
            var path = node!.AsObject();
            var present = Methods.Where(path.ContainsKey).ToList();
            Write(template);
            _writer.Write((byte)((string?)path["x-twilio"]?["pathType"] switch { "list" => 1, "instance" => 2, _ => 0 }));
            _writer.Write7BitEncodedInt(present.Count);
            foreach (var method in present)
            {
                WriteOperation(method, path);
                operations++;
            }
        }

        return operations;
    }

    internal byte[] ToArray()
    {
        _writer.Flush();
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output, Encoding.UTF8);
        _strings.WriteTo(writer);
        _schemas.WriteTo(writer);
        writer.Write(_paths.ToArray());
        writer.Flush();
        return output.ToArray();
    }

    private void WriteOperation(string method, JsonObject path)
    {
        var operation = path[method]!.AsObject();
        _writer.Write((byte)Array.IndexOf(Methods, method));
        Write((string)operation["operationId"]!);
        _writer.Write(operation["security"] is JsonArray { Count: 0 });
        WriteParameters(operation, path);
        WriteBody(Resolve(operation["requestBody"]));
        WriteAnswer(operation["responses"]!.AsObject(), path);
    }

    private void WriteParameters(JsonObject operation, JsonObject path)
    {
        var parameters = new Dictionary<(string, string), JsonObject>();
        foreach (var node in (path["parameters"]?.AsArray() ?? []).Concat(operation["parameters"]?.AsArray() ?? []))
        {
            var parameter = Resolve(node)!;
            parameters[((string)parameter["in"]!, (string)parameter["name"]!)] = parameter;
        }

        _writer.Write7BitEncodedInt(parameters.Count);
        foreach (var ((place, name), parameter) in parameters)
        {
            Write(name);
            _writer.Write((byte)Array.IndexOf(Places, place));
            _writer.Write((bool?)parameter["required"] ?? false);
            _writer.Write7BitEncodedInt(_schemas.Add(parameter["schema"]));
        }
    }

    private void WriteBody(JsonObject? body)
    {
        var content = body?["content"]?.AsObject();
        var form = content?["application/x-www-form-urlencoded"];
        var json = form is null ? content?.FirstOrDefault().Value : null;
        _writer.Write((byte)(form is not null ? 1 : json is not null ? 2 : 0));
        if ((form ?? json) is { } media)
        {
            _writer.Write((bool?)body!["required"] ?? false);
            _writer.Write7BitEncodedInt(_schemas.Add(media["schema"]));
        }
    }

    private void WriteAnswer(JsonObject responses, JsonObject path)
    {
        var (status, node) = responses.OrderBy(response => response.Key, StringComparer.Ordinal).FirstOrDefault(response => response.Key[0] == '2');
        if (node is null)
        {
            (status, node) = responses.OrderBy(response => response.Key, StringComparer.Ordinal).First();
        }

        var response = Resolve(node)!;
        var media = response["content"]?.AsObject().FirstOrDefault().Value;
        var schema = media?["schema"];
        _writer.Write7BitEncodedInt(int.TryParse(status, out var number) ? number : 200);
        _writer.Write7BitEncodedInt(schema is null ? 0 : _schemas.Add(schema) + 1);
        var links = schema is null ? [] : LinkTemplates.Of(_schemas.Flatten(schema), media!, path);
        _writer.Write7BitEncodedInt(links.Count);
        foreach (var (name, template) in links)
        {
            Write(name);
            Write(template);
        }
    }

    private JsonObject? Resolve(JsonNode? node)
    {
        while (node is JsonObject value && (string?)value["$ref"] is { } reference)
        {
            node = reference.Split('/').Skip(1).Aggregate((JsonNode)_root, (parent, name) => parent[name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!);
        }

        return node?.AsObject();
    }

    private void Write(string text)
    {
        _writer.Write7BitEncodedInt(_strings.Add(text));
    }
}
