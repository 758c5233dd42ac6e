using Ahoy.Analysis.Engine;
using Ahoy.Analysis.TwiML.Addresses;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>What the two rules about where addresses lead share.</summary>
internal static class TargetFinding
{
    /// <summary>The addresses of a file whose path is known, each with the path and what is there.</summary>
    public static IEnumerable<(AddressUse Use, string Path, ProjectResource? Target)> All(FileContext file)
    {
        if (!file.Project.IsKnown)
        {
            yield break;
        }

        foreach (var use in AddressUses.Of(file.Source).All)
        {
            if (AddressTarget.PathOf(use, file.Resource) is { } path)
            {
                yield return (use, path, AddressTarget.Find(file.Project, path));
            }
        }
    }

    /// <summary>A finding at an address.</summary>
    public static Finding At(RuleDescriptor rule, AddressUse use, params object[] arguments) =>
        new(rule, use.Value.Start, use.Value.End, arguments);
}
