using Ahoy.Model;

namespace Ahoy.Bundling.Checks;

/// <summary>AHOY5018: Functions that Node would take for ES modules where they lie. The platform loads them as CommonJS. Page: Functions and Assets FAQ.</summary>
internal sealed class ModuleTypeCheck : IBuildCheck
{
    private const string Module = "module";

    public IEnumerable<Problem> Check(BuildCandidate candidate)
    {
        if (candidate.IsBundled)
        {
            // What is deployed is CommonJS, whatever it was made of.
            yield break;
        }

        foreach (var file in candidate.ModuleFiles)
        {
            yield return Warn("is an ES module, and no Function: the platform loads Functions as CommonJS; write it as CommonJS, with the extension '.js'", file);
        }

        if (candidate.Resources.All(content => content.Resource.Kind != ResourceKind.Function))
        {
            yield break;
        }

        if (candidate.Manifest?.Content.ModuleType == Module)
        {
            yield return Warn(
                "says \"type\": \"module\", and the platform loads Functions as CommonJS, as Ahoy does: 'import' and 'export' are syntax errors there; remove \"type\", or keep it for other files and write Functions with 'require' and 'exports'",
                PackageManifest.FileName);
            yield break;
        }

        // A package.json of a folder between counts for the files below it.
        foreach (var file in NestedManifests(candidate))
        {
            yield return Warn("says \"type\": \"module\" for the Functions beside it, and the platform loads Functions as CommonJS, as Ahoy does: remove \"type\"", file);
        }
    }

    private static IEnumerable<string> NestedManifests(BuildCandidate candidate)
    {
        if (candidate.Folder is not { } project)
        {
            return [];
        }

        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in candidate.Resources.Where(content => content.Resource.Kind == ResourceKind.Function).Select(content => content.Resource.File))
        {
            for (var end = file.LastIndexOf('/'); end > 0; end = file.LastIndexOf('/', end - 1))
            {
                folders.Add(file.Substring(0, end));
            }
        }

        return folders.Select(folder => $"{folder}/{PackageManifest.FileName}").Where(file => IsModule(Path.Combine(project, file)));
    }

    private static bool IsModule(string file)
    {
        try
        {
            return File.Exists(file) && PackageManifest.Parse(File.ReadAllText(file), file).ModuleType == Module;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PackageManifestException)
        {
            return false;
        }
    }

    private static Problem Warn(string message, string file) => new("AHOY5018", Severity.Warning, message, file);
}
