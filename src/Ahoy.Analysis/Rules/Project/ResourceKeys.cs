using System.Collections.Immutable;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>What the rules about the keys of <c>Runtime.getAssets()</c> and <c>Runtime.getFunctions()</c> share.</summary>
internal static class ResourceKeys
{
    /// <summary>The property of a finding in which a code fix finds the name that may have been meant.</summary>
    public const string ClosestProperty = "Closest";

    /// <summary>The finding about a key, which tells a code fix what to put in its place.</summary>
    public static Finding Finding(RuleDescriptor rule, PropertyRead read, string reason, string? closest) =>
        new(rule, read.Place.Start, read.Place.End, read.Name, reason)
        {
            Properties = closest is null
                ? ImmutableDictionary<string, string?>.Empty
                : ImmutableDictionary<string, string?>.Empty.Add(ClosestProperty, closest),
        };
}
