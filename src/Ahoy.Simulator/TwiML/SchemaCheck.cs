using Ahoy.Model;

namespace Ahoy.Simulator.TwiML;

/// <summary>Compares a document with the table of TwiML.</summary>
internal static class SchemaCheck
{
    /// <summary>What a document has that TwiML has not: Twilio's warning 12200.</summary>
    public static IReadOnlyList<string> Check(this TwiMLSchema schema, TwiMLElement response)
    {
        List<string>? warnings = null;
        Check(schema, response, ref warnings);
        return warnings ?? (IReadOnlyList<string>)[];
    }

    private static void Check(TwiMLSchema schema, TwiMLElement element, ref List<string>? warnings)
    {
        var known = schema.AttributesOf(element.Name);
        foreach (var attribute in element.Attributes.Keys)
        {
            if (!known.Contains(attribute))
            {
                (warnings ??= []).Add($"Attribute '{attribute}' is not allowed to appear in element '{element.Name}' (line {element.Line}).");
            }
        }

        foreach (var child in element.Children)
        {
            if (schema.Allows(element.Name, child.Name) && schema.Has(child.Name))
            {
                Check(schema, child, ref warnings);
            }
            else
            {
                (warnings ??= []).Add($"Element '{child.Name}' is not allowed to appear in element '{element.Name}' (line {child.Line}).");
            }
        }
    }
}
