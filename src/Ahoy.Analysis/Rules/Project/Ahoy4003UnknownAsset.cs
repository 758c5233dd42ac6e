using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;

namespace Ahoy.Analysis.Rules.Project;

/// <summary><c>Runtime.getAssets()</c> is asked for something that it does not have.</summary>
internal sealed class Ahoy4003UnknownAsset : FileRule
{
    private const string Method = "getAssets";

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4003",
        RuleCategory.Project,
        Severity.Warning,
        "Runtime.getAssets() has no such Asset",
        "Runtime.getAssets() has no '{0}', and using it would be a TypeError at run time: {1}.");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Project.IsKnown || !file.Source.Mentions(Method))
        {
            return;
        }

        var reads = PropertyReads.Find(file.Source, new RuntimeValues(file.Source, Method));
        foreach (var read in reads.All)
        {
            if (!reads.IsTested(read.Name) && Problem(file.Project, read.Name) is var (reason, closest))
            {
                findings.Report(ResourceKeys.Finding(Descriptor, read, reason, closest));
            }
        }
    }

    private static (string Reason, string? Closest)? Problem(ProjectSummary project, string key)
    {
        var assets = project.Resources.Where(resource => resource.Kind == ResourceKind.Asset).ToList();
        if (assets.Find(asset => asset.Path == key) is { } named)
        {
            return named.Visibility == Visibility.Private
                ? null
                : ($"it is a {named.Visibility.ToString().ToLowerInvariant()} Asset, and only private ones are there; rename its file to '{PrivateName(named.File)}'", null);
        }

        var keys = assets.FindAll(asset => asset.Visibility == Visibility.Private).ConvertAll(asset => asset.Path);
        var plain = "/" + key.TrimStart('/').Replace(".private.", ".");
        if (keys.Contains(plain))
        {
            var form = plain.Length > key.Length ? "begin with a slash" : "have no '.private'";
            return ($"the keys of Assets {form}; write '{plain}'", plain);
        }

        var closest = ClosestName.Find(key, keys);
        return ("the project has no such Asset" + (closest is null ? "" : $"; did you mean '{closest}'?"), closest);
    }

    private static string PrivateName(string file)
    {
        var name = Path.GetFileName(file).Replace(".protected.", ".");
        var dot = name.LastIndexOf('.');
        return dot <= 0 ? name + ".private" : name.Substring(0, dot) + ".private" + name.Substring(dot);
    }
}
