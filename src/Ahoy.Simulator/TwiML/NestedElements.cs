using System.Collections.Frozen;
using Ahoy.Model;

namespace Ahoy.Simulator.TwiML;

/// <summary>Elements that belong to the one around them and have no step of their own: SSML, identities, parameters, headers.</summary>
internal static class NestedElements
{
    private static readonly FrozenDictionary<string, string[]> s_obeyed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ApplicationSid"] = [],
        ["Config"] = [],
        ["Header"] = [],
        ["Headers"] = [],
        ["Identity"] = [],
        ["Language"] = [],
        ["Parameter"] = [],
        ["Uri"] = [],
        ["break"] = ["strength", "time"],
        ["emphasis"] = [],
        ["lang"] = [],
        ["p"] = [],
        ["phoneme"] = [],
        ["prosody"] = [],
        ["s"] = [],
        ["say-as"] = [],
        ["sub"] = ["alias"],
        ["w"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] s_parameter = ["name", "value"];

    /// <summary>Whether an element has no step of its own where it stands.</summary>
    public static bool Has(string parent, string name) => s_obeyed.ContainsKey(name) || (parent == "Refer" && name == "Sip");

    /// <summary>The attributes that mean something here.</summary>
    public static IReadOnlyCollection<string> ObeyedIn(string parent, string name) =>
        name == "Parameter" && parent is "Stream" or "ConversationRelay" or "Application" ? s_parameter
        : s_obeyed.GetValueOrDefault(name, []);

    /// <summary>The attributes in an element's nested ones that TwiML has and that mean nothing here.</summary>
    public static IEnumerable<(string Element, string Attribute)> IgnoredIn(TwiMLElement element)
    {
        foreach (var child in element.Children)
        {
            if (!Has(element.Name, child.Name) || !TwiMLSchema.Voice.Allows(element.Name, child.Name))
            {
                continue;
            }

            var (known, obeyed) = (TwiMLSchema.Voice.AttributesOf(child.Name), ObeyedIn(element.Name, child.Name));
            foreach (var attribute in child.Attributes.Keys)
            {
                if (known.Contains(attribute) && !obeyed.Contains(attribute))
                {
                    yield return (child.Name, attribute);
                }
            }

            foreach (var inner in IgnoredIn(child))
            {
                yield return inner;
            }
        }
    }
}
