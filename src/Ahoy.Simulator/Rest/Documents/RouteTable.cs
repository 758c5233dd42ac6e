namespace Ahoy.Simulator.Rest.Documents;

/// <summary>The paths of a document as a tree of their segments. A literal segment goes before a parameter; a template's `.json` may be left out.</summary>
internal sealed class RouteTable
{
    private const string Extension = ".json";

    private readonly Node _root = new();

    internal RouteTable(IEnumerable<ApiPath> paths)
    {
        foreach (var path in paths)
        {
            var node = _root;
            foreach (var segment in Split(path.Template))
            {
                node = segment[0] == '{' ? node.Parameter ??= new Node() : node.Literals.TryGetValue(segment, out var next) ? next : node.Literals[segment] = new Node();
            }

            node.Path ??= path;
        }
    }

    internal ApiPath? Find(string path, Dictionary<string, string> values)
    {
        var segments = Split(path);
        var found = Find(_root, segments, 0);
        if (path.EndsWith(Extension, StringComparison.Ordinal) && found?.Template.EndsWith(Extension, StringComparison.Ordinal) != true)
        {
            // Here it is no extension: a key of a Sync Map may end so.
            segments = path.Trim('/').Split('/');
            found = Find(_root, segments, 0);
        }

        if (found is null)
        {
            return null;
        }

        var template = Split(found.Template);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i][0] == '{')
            {
                values[template[i][1..^1]] = Uri.UnescapeDataString(segments[i]);
            }
        }

        return found;
    }

    internal ApiPath? FindInstance(ApiPath list)
    {
        var node = _root;
        foreach (var segment in Split(list.Template))
        {
            if ((segment[0] == '{' ? node.Parameter : node.Literals.GetValueOrDefault(segment)) is not { } next)
            {
                return null;
            }

            node = next;
        }

        return node.Parameter?.Path;
    }

    /// <summary>The segments of a path or template, without the extension of the last one.</summary>
    internal static string[] Split(string path)
    {
        var trimmed = path.EndsWith(Extension, StringComparison.Ordinal) ? path.AsSpan(0, path.Length - Extension.Length) : path;
        return trimmed.Trim('/').ToString().Split('/');
    }

    private static ApiPath? Find(Node node, string[] segments, int index)
    {
        if (index == segments.Length)
        {
            return node.Path;
        }

        if (node.Literals.TryGetValue(segments[index], out var literal) && Find(literal, segments, index + 1) is { } found)
        {
            return found;
        }

        return node.Parameter is { } parameter && segments[index].Length > 0 ? Find(parameter, segments, index + 1) : null;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Node? Parameter { get; set; }

        public ApiPath? Path { get; set; }
    }
}
