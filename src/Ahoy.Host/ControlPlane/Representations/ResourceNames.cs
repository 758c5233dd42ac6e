using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Representations;

/// <summary>What the API calls Functions and Assets in addresses and fields.</summary>
internal static class ResourceNames
{
    /// <summary><c>Functions</c> or <c>Assets</c>.</summary>
    public static string Collection(ResourceKind kind) => kind == ResourceKind.Function ? "Functions" : "Assets";

    /// <summary>The field of a list: <c>functions</c> or <c>assets</c>.</summary>
    public static string ListKey(ResourceKind kind) => kind == ResourceKind.Function ? "functions" : "assets";

    /// <summary>The field of a list of Versions: <c>function_versions</c> or <c>asset_versions</c>.</summary>
    public static string VersionListKey(ResourceKind kind) => kind == ResourceKind.Function ? "function_versions" : "asset_versions";
}
