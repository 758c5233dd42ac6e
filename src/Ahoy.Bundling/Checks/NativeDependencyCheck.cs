using System.Text.RegularExpressions;
using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5011: a dependency, or a module that it brings along, needs a native build. Page: Dependencies.</summary>
internal sealed class NativeDependencyCheck : IBuildCheck
{
    private static readonly string[] s_installScripts = ["preinstall", "install", "postinstall"];

    private static readonly Regex s_nativeTool = new(
        @"\b(?:node-gyp|node-gyp-build|node-pre-gyp|prebuild|prebuild-install|prebuildify|cmake-js)\b", RegexOptions.CultureInvariant);

    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        if (candidate.Manifest is not { Folder: { } folder } manifest)
        {
            yield break;
        }

        foreach (var module in InstalledModules.ReachableFrom(folder, manifest.Content.Dependencies.Keys))
        {
            if (Reason(module) is { } reason)
            {
                var origin = module.BroughtBy == module.Name ? "" : $", which '{module.BroughtBy}' brings along,";
                yield return new Problem(
                    "AHOY5011",
                    Severity.Error,
                    $"the module '{module.Name}'{origin} needs a native build ({reason}), and the platform has no compiler: use one in plain JavaScript",
                    PackageManifest.FileName);
            }
        }
    }

    private static string? Reason(InstalledModule module)
    {
        if (File.Exists(Path.Combine(module.Folder, "binding.gyp")))
        {
            return "it has a binding.gyp";
        }

        if (module.Manifest.IsNativeAddon)
        {
            return "its package.json says gypfile";
        }

        foreach (var script in s_installScripts)
        {
            if (module.Manifest.Scripts.TryGetValue(script, out var command) && s_nativeTool.Match(command) is { Success: true } tool)
            {
                return $"its script '{script}' runs {tool.Value}";
            }
        }

        return null;
    }
}
