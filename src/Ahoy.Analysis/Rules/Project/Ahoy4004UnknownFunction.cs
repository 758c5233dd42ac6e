using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;

namespace Ahoy.Analysis.Rules.Project;

/// <summary><c>Runtime.getFunctions()</c> is asked for something that it does not have.</summary>
internal sealed class Ahoy4004UnknownFunction : FileRule
{
    private const string Method = "getFunctions";

    private static readonly string[] s_endings = [".js", ".private", ".protected"];

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4004",
        RuleCategory.Project,
        Severity.Warning,
        "Runtime.getFunctions() has no such Function",
        "Runtime.getFunctions() has no '{0}', and using it would be a TypeError at run time: {1}.");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Project.IsKnown || !file.Source.Mentions(Method))
        {
            return;
        }

        var keys = file.Project.Resources.Where(r => r.Kind == ResourceKind.Function).Select(r => r.Path.TrimStart('/')).ToList();
        var reads = PropertyReads.Find(file.Source, new RuntimeValues(file.Source, Method));
        foreach (var read in reads.All)
        {
            if (!keys.Contains(read.Name) && !reads.IsTested(read.Name))
            {
                var (reason, closest) = Problem(keys, read.Name);
                findings.Report(ResourceKeys.Finding(Descriptor, read, reason, closest));
            }
        }
    }

    private static (string Reason, string? Closest) Problem(List<string> keys, string key)
    {
        var trimmed = key.TrimStart('/');
        foreach (var ending in s_endings)
        {
            if (trimmed.EndsWith(ending, StringComparison.Ordinal))
            {
                trimmed = trimmed.Substring(0, trimmed.Length - ending.Length);
            }
        }

        if (keys.Contains(trimmed))
        {
            return ($"the keys of Functions have no slash before them, no '.js' and no '.private'; write '{trimmed}'", trimmed);
        }

        var closest = ClosestName.Find(key, keys);
        return ("the project has no such Function" + (closest is null ? "" : $"; did you mean '{closest}'?"), closest);
    }
}
