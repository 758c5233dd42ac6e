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

        // The platform's handler is the platform's own, even where the project has it here.
        var names = candidate.Dependencies.Select(package => package.Key).Where(name => name != PlatformModules.RuntimeHandler);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var module in InstalledModules.ReachableFrom(folder, names, manifest.Packages?.Root ?? folder))
        {
            if (Reason(module) is { } reason)
            {
                found.Add(module.Name);
                yield return Describe(module.Name, module.BroughtBy, reason);
            }
        }

        // Plug'n'Play has no folders to look into.
        foreach (var native in manifest.Lock?.Native ?? new Dictionary<string, string>())
        {
            if (manifest.Content.Dependencies.ContainsKey(native.Value) && found.Add(native.Key))
            {
                yield return Describe(native.Key, native.Value, "yarn.lock says so");
            }
        }
    }

    private static Problem Describe(string name, string broughtBy, string reason)
    {
        var origin = broughtBy == name ? "" : $", which '{broughtBy}' brings along,";
        return new Problem(
            "AHOY5011",
            Severity.Error,
            $"the module '{name}'{origin} needs a native build ({reason}), and the platform has no compiler: use one in plain JavaScript",
            PackageManifest.FileName);
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
