using Ahoy.Model;

namespace Ahoy.Deploy.Client;

/// <summary>The addresses of Functions and Assets, which differ in one word.</summary>
internal static class ResourcePaths
{
    public static string List(string serviceSid, ResourceKind kind) =>
        $"Services/{serviceSid}/{(kind == ResourceKind.Function ? "Functions" : "Assets")}";

    public static string Versions(string serviceSid, ResourceKind kind, string resourceSid) =>
        $"{List(serviceSid, kind)}/{resourceSid}/Versions";
}
