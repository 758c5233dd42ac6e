using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.Analysis.Platform.Cookies;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.TwiML.Reading;

/// <summary>Finds the TwiML that a file puts together as text: literals, templates, sums, lists that are joined, and what is added to a variable.</summary>
internal sealed class TextReader(SourceFile file)
{
    private readonly List<TwiMLText> _found = [];

    /// <summary>The texts, in the order of the source.</summary>
    public static IReadOnlyList<TwiMLText> Read(SourceFile file)
    {
        if (!file.Mentions("<Response"))
        {
            return [];
        }

        if (file.IsMarkup)
        {
            var root = MarkupReader.Read(file.Text, static (start, end) => (start, end), static _ => null);
            return root is null ? [] : [new TwiMLText(null, root, [], IsHandedOver: false)];
        }

        var reader = new TextReader(file);
        reader.Find();
        return reader._found;
    }

    private void Find()
    {
        foreach (var node in file.Program.DescendantsAndSelf())
        {
            if (IsText(node) && IsWhole(node))
            {
                Read(node);
            }
        }
    }

    private bool IsText(Node node) => node is StringLiteral or TemplateLiteral or BinaryExpression { Operator: "+" } || IsJoin(node) || LoweredTemplate.PartsOf(node) is not null;

    private bool IsJoin(Node? node) =>
        node is CallExpression { Callee: MemberExpression { Object: ArrayExpression } callee } && file.Constants.NameOf(callee) == "join";

    /// <summary>Whether an expression is not part of a larger text, directly or by the name that it has.</summary>
    private bool IsWhole(Node node)
    {
        var parent = file.Nodes.ParentOf(node);
        return parent switch
        {
            TemplateLiteral or BinaryExpression { Operator: "+" } => false,
            TaggedTemplateExpression => false,
            CallExpression or MemberExpression when LoweredTemplate.IsPart(node, parent, file.Nodes.ParentOf(parent)) => false,
            ArrayExpression list => !IsJoin(file.Nodes.ParentOf(file.Nodes.ParentOf(list) ?? list)),
            VariableDeclarator { Id: Identifier name } declarator when ReferenceEquals(declarator.Init, node) => !IsPartByName(name),
            _ => true,
        };
    }

    private bool IsPartByName(Identifier name) =>
        file.Scopes.BindingOf(name) is { ConstantValue: not null } variable
        && variable.References.Any(reference => reference.IsRead && IsPart(reference.Identifier));

    private bool IsPart(Identifier name) => file.Nodes.ParentOf(name) switch
    {
        TemplateLiteral or BinaryExpression { Operator: "+" } => true,
        { } parent => LoweredTemplate.IsPart(name, parent, file.Nodes.ParentOf(parent)),
        null => false,
    };

    private void Read(Node expression)
    {
        // Most texts show by their first letter that they are none.
        if (expression is StringLiteral { Value: var value } && value.IndexOf('<') < 0)
        {
            return;
        }

        var text = PartialText.Of(file, expression);
        if (!MarkupReader.IsTwiML(text.Text + " ") && !MarkupReader.IsPart(text.Text))
        {
            return;
        }

        var holes = new List<Node>();
        AddHoles(text, holes);
        var root = MarkupReader.Read(text.Text, text.PlaceOf, text.HoleAt);
        if (Accumulator(expression) is { } variable)
        {
            AddParts(variable, holes);
        }

        _found.Add(new TwiMLText(expression, root, holes, IsHandedOver(expression)));
    }

    private static void AddHoles(PartialText text, List<Node> holes)
    {
        for (var i = text.Text.IndexOf(PartialText.Hole); i >= 0; i = text.Text.IndexOf(PartialText.Hole, i + 1))
        {
            if (text.HoleAt(i) is { } hole)
            {
                holes.Add(hole);
            }
        }
    }

    /// <summary>The variable that begins with a text.</summary>
    private Binding? Accumulator(Node expression) => file.Nodes.ParentOf(expression) switch
    {
        VariableDeclarator { Id: Identifier name } => file.Scopes.BindingOf(name),
        AssignmentExpression { Operator: "=", Left: Identifier name } => file.Scopes.BindingOf(name),
        _ => null,
    };

    /// <summary>What is added to it later: <c>twiml += `&lt;Say&gt;${name}&lt;/Say&gt;`</c>.</summary>
    private void AddParts(Binding variable, List<Node> holes)
    {
        foreach (var reference in variable.References)
        {
            if (reference.IsWrite && file.Nodes.ParentOf(reference.Identifier) is AssignmentExpression { Operator: "+=" } addition
                && ReferenceEquals(addition.Left, reference.Identifier))
            {
                AddHoles(PartialText.Of(file, addition.Right), holes);
            }
        }
    }

    /// <summary><c>calls.create({ twiml: '&lt;Response&gt;…' })</c>, directly or by a name.</summary>
    private bool IsHandedOver(Node expression) => file.Nodes.ParentOf(expression) switch
    {
        Property property => file.Constants.NameOf(property) == "twiml",
        VariableDeclarator { Id: Identifier name } => file.Scopes.BindingOf(name) is { } variable
            && variable.References.Any(reference => file.Nodes.ParentOf(reference.Identifier) is Property property && file.Constants.NameOf(property) == "twiml"),
        _ => false,
    };
}
