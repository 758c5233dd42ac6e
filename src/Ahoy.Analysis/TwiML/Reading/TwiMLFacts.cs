using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>The TwiML that a file makes: what follows from its text alone, worked out once.</summary>
internal sealed class TwiMLFacts
{
    private readonly Dictionary<Node, TwiMLElement> _byCall = [];

    private TwiMLFacts(SourceFile file)
    {
        Texts = TextReader.Read(file);
        if (file.IsMarkup || !(file.Mentions("VoiceResponse") || file.Mentions("MessagingResponse")))
        {
            Types = static _ => null;
            return;
        }

        var types = new BuilderTypes(file);
        var reader = new BuilderReader(file, types);
        reader.Read();
        Built = reader.Elements;
        UnknownMethods = reader.UnknownMethods;
        foreach (var element in Built)
        {
            _byCall[element.Call!] = element;
        }

        Types = expression =>
        {
            lock (types)
            {
                return types.Of(expression);
            }
        };
    }

    /// <summary>The elements that the builder makes.</summary>
    public IReadOnlyList<TwiMLElement> Built { get; } = [];

    /// <summary>Calls of methods that the builder's objects do not have.</summary>
    public IReadOnlyList<(MemberExpression Callee, BuilderType Owner)> UnknownMethods { get; } = [];

    /// <summary>What stands as text.</summary>
    public IReadOnlyList<TwiMLText> Texts { get; }

    /// <summary>What an expression is of the builder's; null for all else.</summary>
    public Func<Node?, BuilderType?> Types { get; }

    /// <summary>Whether there is none at all.</summary>
    public bool IsEmpty => Built.Count == 0 && Texts.Count == 0 && UnknownMethods.Count == 0;

    /// <summary>All elements, of the builder and of texts.</summary>
    public IEnumerable<TwiMLElement> All => Built.Concat(Texts.SelectMany(text => text.Root?.All ?? []));

    public static TwiMLFacts Of(SourceFile file) => file.Get(static source => new TwiMLFacts(source));

    /// <summary>The element that a call makes.</summary>
    public TwiMLElement? ElementOf(CallExpression call) => _byCall.TryGetValue(call, out var element) ? element : null;
}
