using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>Reads the elements that calls of TwiML's builder make.</summary>
internal sealed class BuilderReader(SourceFile file, BuilderTypes types)
{
    /// <summary>The elements, in the order of the source.</summary>
    public List<TwiMLElement> Elements { get; } = [];

    /// <summary>Calls of methods that the builder's object does not have.</summary>
    public List<(MemberExpression Callee, BuilderType Owner)> UnknownMethods { get; } = [];

    public void Read()
    {
        foreach (var call in file.Nodes.Calls)
        {
            if (call.Callee.Unchained() is not MemberExpression callee || types.Of(callee.Object) is not { } owner || file.Constants.NameOf(callee) is not { } method)
            {
                continue;
            }

            if (owner.Schema.MethodsOf(owner.Tag).TryGetValue(method, out var tag))
            {
                Elements.Add(ReadCall(call, callee, owner, tag));
            }
            else
            {
                UnknownMethods.Add((callee, owner));
            }
        }

        Elements.Sort((one, other) => one.Start.CompareTo(other.Start));
    }

    /// <summary>The call may have the attributes first, or leave them out: <c>redirect({ method: 'GET' }, '/next')</c>, <c>redirect('/next')</c>.</summary>
    private TwiMLElement ReadCall(CallExpression call, MemberExpression callee, BuilderType owner, string tag)
    {
        var first = call.Arguments.ArgumentAt(0);
        var second = call.Arguments.ArgumentAt(1);
        var options = file.Constants.Follow(first) as ObjectExpression;
        var isText = options is null && second is null && call.Arguments.Count <= 1 && HasText(owner.Kind, tag);
        var text = second ?? (isText ? first : null);
        return new TwiMLElement
        {
            Tag = tag,
            Kind = owner.Kind,
            ParentTag = owner.Tag,
            ParentCall = file.Constants.Follow(callee.Object) is CallExpression parent && owner.Tag != TwiMLSchema.Root ? parent : null,
            Start = callee.Property.Start,
            End = callee.Property.End,
            Call = call,
            Attributes = options is null ? [] : ReadAttributes(options),
            HasUnknownAttributes = call.Arguments.Count > 0 && !isText
                && (options is null ? first is not (StringLiteral or TemplateLiteral) : options.Properties.Any(member => member is not Property property || file.Constants.NameOf(property) is null)),
            Text = text is null ? null : TwiMLValue.Of(file, text),
        };
    }

    /// <summary>Elements without text take attributes alone, so that an argument that is not known is those.</summary>
    private static bool HasText(TwiMLKind kind, string tag) =>
        kind == TwiMLKind.Message
        || tag is not ("Gather" or "Record" or "Pause" or "Hangup" or "Reject" or "Connect" or "Start" or "Stop" or "Stream" or "Pay" or "Prompt" or "Leave"
            or "Echo" or "Refer" or "Siprec" or "Parameter" or "Config" or "ConversationRelay" or "VirtualAgent" or "Conversation" or "Transcription" or "Recording" or "break");

    private List<TwiMLAttribute> ReadAttributes(ObjectExpression options)
    {
        var attributes = new List<TwiMLAttribute>();
        foreach (var property in options.Properties.OfType<Property>())
        {
            if (file.Constants.NameOf(property) is { } name)
            {
                attributes.Add(new TwiMLAttribute(name, property.Key.Start, property.Key.End, TwiMLValue.Of(file, property.Value)));
            }
        }

        return attributes;
    }
}
