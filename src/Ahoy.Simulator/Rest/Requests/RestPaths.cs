namespace Ahoy.Simulator.Rest.Requests;

/// <summary>Paths of requests and of documents.</summary>
internal static class RestPaths
{
    private const string Extension = ".json";

    public static string WithoutExtension(string path)
    {
        return path.EndsWith(Extension, StringComparison.Ordinal) ? path[..^Extension.Length] : path;
    }

    /// <summary>`Sid` of `/v1/Services/{Sid}`.</summary>
    public static string LastParameter(string template)
    {
        return template[(template.LastIndexOf('{') + 1)..template.LastIndexOf('}')];
    }
}
