using Ahoy.Model;

namespace Ahoy.Bundling;

/// <summary>A module that lies in <c>node_modules</c>.</summary>
internal sealed class InstalledModule
{
    public InstalledModule(string name, string folder, PackageManifest manifest, string broughtBy)
    {
        Name = name;
        Folder = folder;
        Manifest = manifest;
        BroughtBy = broughtBy;
    }

    public string Name { get; }

    /// <summary>Its folder, absolute.</summary>
    public string Folder { get; }

    public PackageManifest Manifest { get; }

    /// <summary>The module of the project's own <c>dependencies</c> that needs it; its own name where it is one of them.</summary>
    public string BroughtBy { get; }
}
