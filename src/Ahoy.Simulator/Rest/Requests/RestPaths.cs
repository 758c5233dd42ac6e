namespace Ahoy.Simulator.Rest.Requests;

/// <summary>Paths of requests and of documents.</summary>
internal static class RestPaths
{
    private const string Extension = ".json";

    public static string WithoutExtension(string path)
    {
        return path.EndsWith(Extension, StringComparison.Ordinal) ? path[..^Extension.Length] : path;
    }

    /// <summary>What stands after the last dot of a path's last part: two to four letters or digits; empty where nothing does.</summary>
    public static string ExtensionOf(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') && path.Length - dot - 1 is >= 2 and <= 4 ? path[(dot + 1)..] : "";
    }

    /// <summary>`Sid` of `/v1/Services/{Sid}`.</summary>
    public static string LastParameter(string template)
    {
        return template[(template.LastIndexOf('{') + 1)..template.LastIndexOf('}')];
    }
}
