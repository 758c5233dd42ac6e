using Ahoy.Analysis.Engine;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Platform.Tracking;

/// <summary>Where a file asks whether input is of a certain form: a regular expression, a list, a comparison with what is known.</summary>
internal sealed class InputGuards
{
    private static readonly HashSet<string> s_askedOfAnother = new(StringComparer.Ordinal) { "test", "exec", "includes", "has", "indexOf", "hasOwnProperty", "hasOwn" };
    private static readonly HashSet<string> s_askedOfItself = new(StringComparer.Ordinal) { "match", "matchAll", "search" };

    private readonly SourceFile _file;
    private readonly List<Node> _asked = [];

    public InputGuards(SourceFile file)
    {
        _file = file;
        foreach (var call in file.Nodes.Calls)
        {
            if (call.Callee.Unchained() is MemberExpression callee && file.Constants.NameOf(callee) is { } method)
            {
                _asked.AddRange(s_askedOfAnother.Contains(method) ? call.Arguments : s_askedOfItself.Contains(method) ? [callee.Object] : (IEnumerable<Node>)[]);
            }
        }

        _asked.AddRange(file.Nodes.Binaries.Where(test => test.Operator == "in").Select(test => (Node)test.Left));
    }

    /// <summary>Whether something before a place asks for the form of what is put there, or the place is reached for one value alone.</summary>
    public bool Cover(InputSource source, Node place)
    {
        var texts = source.Way.Select(TextOf).ToList();
        return _asked.Exists(asked => asked.Start < place.Start && texts.Contains(TextOf(asked))) || IsForOneValue(texts, place);
    }

    private bool IsForOneValue(List<string> texts, Node place)
    {
        Node child = place;
        foreach (var parent in _file.Nodes.AncestorsOf(place))
        {
            if ((parent is SwitchCase { Test: not null } && _file.Nodes.ParentOf(parent) is SwitchStatement choice && texts.Contains(TextOf(choice.Discriminant)))
                || (parent is IfStatement test && ReferenceEquals(test.Consequent, child) && Compares(test.Test, texts))
                || (parent is ConditionalExpression either && ReferenceEquals(either.Consequent, child) && Compares(either.Test, texts)))
            {
                return true;
            }

            child = parent;
        }

        return false;
    }

    private bool Compares(Node test, List<string> texts) =>
        test is BinaryExpression { Operator: "===" or "==" } comparison
        && (texts.Contains(TextOf(comparison.Left)) || texts.Contains(TextOf(comparison.Right)));

    private string TextOf(Node node)
    {
        var inner = node is CallExpression { Callee: MemberExpression callee, Arguments.Count: 0 } ? callee.Object : node;
        return _file.Text.Substring(inner.Start, inner.End - inner.Start).Replace("?.", ".").Replace(" ", string.Empty);
    }
}
