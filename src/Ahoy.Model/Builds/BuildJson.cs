using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ahoy.Model;

/// <summary>Reads and writes <c>build.json</c>, the description of a Build on disk.</summary>
/// <remarks>
/// The same Build gives the same bytes everywhere: keys and entries have a fixed order, lines end in <c>\n</c>, and no
/// time, machine or absolute path is in it. The content of a resource lies beside it in <c>files/&lt;sha256&gt;</c>.
/// </remarks>
public static class BuildJson
{
    /// <summary>The file's name.</summary>
    public const string FileName = "build.json";

    /// <summary>The folder of the contents, beside the file.</summary>
    public const string FilesFolder = "files";

    /// <summary>The version of the format that this code writes, and the newest that it reads.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The bytes of the file for a Build.</summary>
    public static byte[] Write(Build build)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("service", build.Service);
            json.WriteString("runtime", build.Runtime);
            json.WriteStartArray("dependencies");
            foreach (var dependency in build.Dependencies)
            {
                WriteDependency(json, dependency);
            }

            json.WriteEndArray();
            json.WriteStartArray("resources");
            foreach (var resource in build.Resources)
            {
                WriteResource(json, resource);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return WithUnixLineEnds(buffer.ToArray());
    }

    /// <summary>Reads the file's bytes.</summary>
    /// <param name="utf8">The content of the file.</param>
    /// <param name="fileName">The name that messages give.</param>
    /// <exception cref="BuildFormatException">It is no JSON, lacks a value, or is of a newer format.</exception>
    public static Build Read(byte[] utf8, string fileName)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            var version = root.GetProperty("schemaVersion").GetInt32();
            if (version != SchemaVersion)
            {
                throw new BuildFormatException(
                    $"{fileName}: the format has version {version}, and this Ahoy reads version {SchemaVersion}. Build the project again with the same Ahoy that runs it.");
            }

            var dependencies = new List<Dependency>();
            foreach (var element in root.GetProperty("dependencies").EnumerateArray())
            {
                dependencies.Add(ReadDependency(element));
            }

            var resources = new List<Resource>();
            foreach (var element in root.GetProperty("resources").EnumerateArray())
            {
                resources.Add(ReadResource(element));
            }

            return new Build(Text(root, "service"), Text(root, "runtime"), dependencies, resources);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new BuildFormatException($"{fileName}: not a description of a Build: {e.Message}", e);
        }
    }

    private static void WriteDependency(Utf8JsonWriter json, Dependency dependency)
    {
        json.WriteStartObject();
        json.WriteString("name", dependency.Name);
        json.WriteString("requested", dependency.Requested);
        if (dependency.Locked is { } locked)
        {
            json.WriteString("locked", locked);
        }

        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, Resource resource)
    {
        json.WriteStartObject();
        json.WriteString("kind", Name(resource.Kind));
        json.WriteString("path", resource.Path);
        json.WriteString("visibility", Name(resource.Visibility));
        json.WriteString("file", resource.File);
        json.WriteNumber("size", resource.Size);
        json.WriteString("contentType", resource.ContentType);
        json.WriteString("sha256", resource.Sha256);
        json.WriteEndObject();
    }

    private static Dependency ReadDependency(JsonElement element) => new(
        Text(element, "name"),
        Text(element, "requested"),
        element.TryGetProperty("locked", out var locked) ? locked.GetString() : null);

    private static Resource ReadResource(JsonElement element) => new(
        Parse<ResourceKind>(Text(element, "kind")),
        Text(element, "path"),
        Parse<Visibility>(Text(element, "visibility")),
        Text(element, "file"),
        element.GetProperty("size").GetInt64(),
        Text(element, "contentType"),
        Text(element, "sha256"));

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Parse<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(typeof(T), value)
            ? value
            : throw new FormatException($"'{name}' is no {typeof(T).Name}.");

    // The writer of this version ends lines as the operating system does. No string holds a raw line end, so
    // that every CR is one of these.
    private static byte[] WithUnixLineEnds(byte[] json)
    {
        var length = 0;
        var result = new byte[json.Length + 1];
        foreach (var b in json)
        {
            if (b != (byte)'\r')
            {
                result[length++] = b;
            }
        }

        result[length++] = (byte)'\n';
        Array.Resize(ref result, length);
        return result;
    }
}
