using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Flow.Origins;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.TwiML.Reading;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Addresses;

/// <summary>The addresses of this service that a file names in TwiML and in REST calls, in the order of the source.</summary>
internal sealed class AddressUses
{
    private const string Domain = "DOMAIN_NAME";

    private static readonly HashSet<string> s_resources = new(StringComparer.Ordinal) { "calls", "messages", "participants", "incomingPhoneNumbers" };

    private static readonly HashSet<string> s_properties = new(StringComparer.Ordinal)
    {
        "url", "fallbackUrl", "statusCallback", "recordingStatusCallback", "asyncAmdStatusCallback", "conferenceStatusCallback", "conferenceRecordingStatusCallback",
        "amdStatusCallback", "waitUrl", "voiceUrl", "voiceFallbackUrl", "smsUrl", "smsFallbackUrl", "mediaUrl",
    };

    private readonly SourceFile _file;
    private readonly List<AddressUse> _uses = [];

    private AddressUses(SourceFile file)
    {
        _file = file;
        var facts = TwiMLFacts.Of(file);
        foreach (var element in facts.Built)
        {
            ReadElement(element, hasBase: true);
        }

        foreach (var text in facts.Texts)
        {
            foreach (var element in text.Root?.All ?? [])
            {
                ReadElement(element, !text.IsHandedOver);
            }
        }

        if (!file.IsMarkup && file.Mentions(Domain))
        {
            foreach (var call in file.Nodes.Calls)
            {
                ReadCall(call);
            }
        }

        _uses.Sort((one, other) => one.Value.Start.CompareTo(other.Value.Start));
    }

    public IReadOnlyList<AddressUse> All => _uses;

    public static AddressUses Of(SourceFile file) => file.Get(static source => new AddressUses(source));

    /// <summary>The address that a value is; null where it leads elsewhere, or is computed.</summary>
    public static Address? Read(SourceFile file, TwiMLValue value) =>
        Address.Read(value.Text, index => value.HoleAt(index) is { } hole && IsDomain(file, hole));

    private void ReadElement(TwiMLElement element, bool hasBase)
    {
        foreach (var attribute in element.Attributes)
        {
            if (TwiMLAddresses.IsAddress(element.Tag, attribute.Name))
            {
                Add($"{attribute.Name} of {element.Tag}", attribute.Value, element, attribute.Name, hasBase);
            }
        }

        if (TwiMLAddresses.IsAddressText(element.Tag) && element.Text is { } text)
        {
            Add(element.Tag, text, element, attribute: null, hasBase);
        }
    }

    private void Add(string what, TwiMLValue value, TwiMLElement? element, string? attribute, bool hasBase)
    {
        if (Read(_file, value) is { } address)
        {
            _uses.Add(new AddressUse(what, value, address, element, attribute, hasBase));
        }
    }

    /// <summary><c>client.calls.create({ url })</c>; Twilio takes whole addresses there only.</summary>
    private void ReadCall(CallExpression call)
    {
        if (call.Callee.Unchained() is not MemberExpression callee
            || _file.Constants.NameOf(callee) is not ("create" or "update")
            || _file.Constants.Follow(call.Arguments.ArgumentAt(0)) is not ObjectExpression options
            || ResourceOf(callee.Object) is not { } resource
            || OriginFinder.Of(_file).Find(callee).Kind != OriginKind.TwilioClient)
        {
            return;
        }

        foreach (var property in options.Properties.OfType<Property>())
        {
            if (_file.Constants.NameOf(property) is { } name && s_properties.Contains(name))
            {
                foreach (var value in ValuesOf(property))
                {
                    var text = TwiMLValue.Of(_file, value);
                    if (text.Text.IndexOf("://", StringComparison.Ordinal) > 0 && Read(_file, text) is { } address)
                    {
                        _uses.Add(new AddressUse($"{name} of {resource}", text, address, Element: null, name, HasBase: false));
                    }
                }
            }
        }
    }

    private IEnumerable<Node> ValuesOf(Property property) =>
        _file.Constants.Follow(property.Value) is ArrayExpression list ? list.Elements.OfType<Node>() : [property.Value];

    /// <summary>The resource that a part of the client is: <c>client.calls</c>, <c>client.calls(sid)</c>, <c>client.conferences(sid).participants</c>.</summary>
    private string? ResourceOf(Node? part)
    {
        var node = _file.Constants.Follow(part);
        node = node is CallExpression call ? call.Callee.Unchained() : node;
        return node is MemberExpression member && _file.Constants.NameOf(member) is { } name && s_resources.Contains(name) ? name : null;
    }

    /// <summary><c>context.DOMAIN_NAME</c>, directly, by a variable, or taken out of the context.</summary>
    private static bool IsDomain(SourceFile file, Node hole) => file.Constants.Follow(hole) switch
    {
        MemberExpression member => file.Constants.NameOf(member) == Domain,
        Identifier name => name.Name == Domain || (file.Scopes.BindingOf(name) is { } variable && IsTakenDomain(file, variable)),
        _ => false,
    };

    private static bool IsTakenDomain(SourceFile file, Binding variable) =>
        variable.Identifier is { } declared && file.Nodes.ParentOf(declared) is Property property && file.Constants.NameOf(property) == Domain;
}
