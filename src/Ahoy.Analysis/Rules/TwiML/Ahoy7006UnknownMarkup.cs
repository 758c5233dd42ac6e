using Ahoy.Analysis.Engine;
using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.Rules.TwiML;

/// <summary>TwiML has no such verb, attribute, nesting or value.</summary>
internal sealed class Ahoy7006UnknownMarkup : FileRule
{
    private const string Built = "the builder has no such method, so that this is a TypeError at run time";
    private const string Refused = "Twilio would leave it out or refuse the document (warning 12200)";

    /// <summary>What each of the builder's objects has besides its elements, and every object of JavaScript.</summary>
    private static readonly HashSet<string> s_methods = new(StringComparer.Ordinal)
    {
        "toString", "addText", "addChild", "comment", "commentBefore", "commentAfter", "hasOwnProperty", "valueOf", "toLocaleString", "isPrototypeOf",
        "propertyIsEnumerable",
    };

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY7006",
        RuleCategory.TwiML,
        Severity.Warning,
        "TwiML has no such element, attribute or value",
        "TwiML has no {0}: {1}.{2}");

    public override bool ReadsMarkup => true;

    public override void Check(FileContext file, FindingSink findings)
    {
        var facts = TwiMLFacts.Of(file.Source);
        foreach (var (callee, owner) in facts.UnknownMethods)
        {
            var method = file.Source.Text.Substring(callee.Property.Start, callee.Property.End - callee.Property.Start);
            if (IsElementsName(method))
            {
                findings.Report(callee.Property, $"'{method}' in {owner.Tag}", Built, Suggest(method, owner.Schema.MethodsOf(owner.Tag).Keys));
            }
        }

        foreach (var element in facts.Built)
        {
            foreach (var problem in CheckAttributes(Descriptor, element, BuilderType.SchemaOf(element.Kind!.Value)))
            {
                findings.Report(problem);
            }
        }

        foreach (var root in facts.Texts.Select(text => text.Root).OfType<TwiMLElement>())
        {
            foreach (var problem in CheckText(root))
            {
                findings.Report(problem);
            }
        }
    }

    /// <summary>Older versions of the package have other methods for what stands in Say: <c>ssmlBreak</c>, <c>break_</c>.</summary>
    private static bool IsElementsName(string method) =>
        method.All(char.IsLetter) && !s_methods.Contains(method) && !method.StartsWith("ssml", StringComparison.Ordinal) && !method.StartsWith("refer", StringComparison.Ordinal);

    /// <summary>A text is right if it is right for a call or for a message; where it is neither, the one is meant that has more of its verbs.</summary>
    private List<Finding> CheckText(TwiMLElement root)
    {
        var voice = CheckElement(root, TwiMLSchema.Voice).ToList();
        if (voice.Count == 0)
        {
            return voice;
        }

        var message = CheckElement(root, TwiMLSchema.Message).ToList();
        var more = VerbsOf(root, TwiMLSchema.Message) - VerbsOf(root, TwiMLSchema.Voice);
        return message.Count == 0 || more > 0 || (more == 0 && message.Count < voice.Count) ? message : voice;
    }

    private static int VerbsOf(TwiMLElement root, TwiMLSchema schema) => root.Children.Count(child => schema.Allows(root.Tag, child.Tag));

    private IEnumerable<Finding> CheckElement(TwiMLElement element, TwiMLSchema schema)
    {
        foreach (var problem in CheckAttributes(Descriptor, element, schema))
        {
            yield return problem;
        }

        foreach (var child in element.Children)
        {
            if (child.Tag.IndexOf(TwiMLValue.Hole) >= 0 || child.Tag.IndexOf(':') >= 0)
            {
                continue;
            }

            if (!schema.Allows(element.Tag, child.Tag))
            {
                yield return new Finding(Descriptor, child.Start, child.End, $"'{child.Tag}' in {element.Tag}", Refused, Suggest(child.Tag, schema.ChildrenOf(element.Tag)));
                continue;
            }

            foreach (var problem in CheckElement(child, schema))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Finding> CheckAttributes(RuleDescriptor rule, TwiMLElement element, TwiMLSchema schema)
    {
        var known = schema.AttributesOf(element.Tag);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("xml", StringComparison.Ordinal) || attribute.Name.IndexOf(':') >= 0)
            {
                continue;
            }

            if (!known.Contains(attribute.Name))
            {
                yield return new Finding(rule, attribute.Start, attribute.End, $"attribute '{attribute.Name}' of {element.Tag}", Refused, Suggest(attribute.Name, known));
            }
            else if (attribute.Value.Constant is { Length: > 0 } value && schema.ValuesOf(element.Tag, attribute.Name) is { } values && !values.Allows(value) && !IsAlias(attribute.Name, value))
            {
                yield return new Finding(
                    rule, attribute.Value.Start, attribute.Value.End, $"value '{value}' for {attribute.Name} of {element.Tag}", Refused, $" It takes {values}.");
            }
        }
    }

    /// <summary>What Twilio still takes of older forms: <c>record: true</c>.</summary>
    private static bool IsAlias(string attribute, string value) => attribute == "record" && value is "true" or "false";

    private static string Suggest(string name, IEnumerable<string> names) => ClosestName.Find(name, names) is { } closest ? $" Did you mean '{closest}'?" : string.Empty;
}
