using System.Text.Json.Nodes;
using Ahoy.Bundling;
using Ahoy.Bundling.Checks;
using Ahoy.Host.Storage;
using Ahoy.Model;

namespace Ahoy.Host.ControlPlane.Builds;

/// <summary>What the platform refuses a Build for: the errors among the checks that a project's own build runs, AHOY5xxx.</summary>
internal sealed class PlatformChecks(ContentStore contents, ModuleCache modules)
{
    /// <summary>All that is wrong with a Build whose modules are installed; nothing where it is fine.</summary>
    public IReadOnlyList<string> Run(Build build, string modulesKey)
    {
        var dependencies = new JsonObject(build.Dependencies.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Name, d.Requested)));
        var manifest = PackageManifest.Parse(new JsonObject { ["dependencies"] = dependencies }.ToJsonString(), PackageManifest.FileName);
        var candidate = new BuildCandidate(
            build.Service,
            build.Runtime,
            [.. build.Resources.Select(r => new ResourceContent(r, () => contents.Open(r.Sha256)))],
            new CandidateManifest(manifest, folder: modules.ModulesOf(modulesKey) is { } folder ? Path.GetDirectoryName(folder) : null));
        return
        [
            .. BuildChecks.Run(candidate)
                .Where(p => p.Severity == Severity.Error)
                .Select(p => $"{p.Id}: {p.Message}{(p.File is null ? "" : $" ({p.File})")}."),
        ];
    }
}
