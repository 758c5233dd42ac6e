using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Secrets;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Project;

/// <summary>A credential is written into the source. The message never tells it.</summary>
internal sealed class Ahoy4002CredentialInSource : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY4002",
        RuleCategory.Project,
        Severity.Warning,
        "A credential stands in the source",
        "This looks like {0}: whoever sees the source or the Build can use it. Put it into the environment file, read it from context, and replace it where it was issued.");

    public override void Check(FileContext file, FindingSink findings)
    {
        var found = new Dictionary<Node, string>();
        FindBesideSids(file.Source, found);
        FindByName(file.Source, found);
        foreach (var literal in found.OrderBy(pair => pair.Key.Start))
        {
            findings.Report(literal.Key, literal.Value);
        }
    }

    /// <summary>Secrets that stand in one call or object with the SID that they belong to.</summary>
    private static void FindBesideSids(SourceFile file, Dictionary<Node, string> found)
    {
        if (!file.Mentions("AC") && !file.Mentions("SK"))
        {
            return;
        }

        foreach (var call in file.Nodes.Calls)
        {
            FindInGroup(file, call.Arguments, found);
        }

        foreach (var created in file.Nodes.News)
        {
            FindInGroup(file, created.Arguments, found);
        }

        foreach (var values in file.Nodes.Properties.GroupBy(file.Nodes.ParentOf).Where(group => group.Key is ObjectExpression))
        {
            FindInGroup(file, values.Select(property => property.Value), found);
        }
    }

    private static void FindInGroup(SourceFile file, IEnumerable<Node> values, Dictionary<Node, string> found)
    {
        var literals = values.Select(file.Constants.Follow).OfType<StringLiteral>().ToList();
        if (literals.Find(literal => SecretText.IsSid(literal.Value)) is not { } sid)
        {
            return;
        }

        foreach (var literal in literals.Where(literal => SecretText.IsTwilioSecret(literal.Value)))
        {
            found[literal] = sid.Value.StartsWith("SK", StringComparison.Ordinal) ? "the secret of an API key" : "an Auth Token";
        }
    }

    private static void FindByName(SourceFile file, Dictionary<Node, string> found)
    {
        foreach (var declarator in file.Nodes.Declarators)
        {
            Judge((declarator.Id as Identifier)?.Name, declarator.Init, found);
        }

        foreach (var assignment in file.Nodes.Assignments)
        {
            Judge(NameOf(file, assignment.Left), assignment.Right, found);
        }

        foreach (var property in file.Nodes.Properties)
        {
            Judge(file.Constants.NameOf(property), property.Value, found);
        }

        foreach (var parameter in file.Nodes.Functions.SelectMany(function => function.Params).OfType<AssignmentPattern>())
        {
            Judge((parameter.Left as Identifier)?.Name, parameter.Right, found);
        }

        foreach (var field in file.Nodes.Fields)
        {
            Judge((field.Key as Identifier)?.Name ?? (field.Key as PrivateIdentifier)?.Name, field.Value, found);
        }
    }

    private static string? NameOf(SourceFile file, Node target) => target switch
    {
        Identifier name => name.Name,
        MemberExpression member => file.Constants.NameOf(member),
        _ => null,
    };

    private static void Judge(string? name, Node? value, Dictionary<Node, string> found)
    {
        if (LiteralOf(value) is var (literal, text) && name is not null && SecretName.IsSecret(name) && SecretText.IsRandom(text) && !found.ContainsKey(literal))
        {
            found[literal] = $"a credential in '{name}'";
        }
    }

    /// <summary>The literal that a value is, or falls back to.</summary>
    private static (Node Literal, string Text)? LiteralOf(Node? value) => value switch
    {
        StringLiteral literal => (literal, literal.Value),
        TemplateLiteral { Expressions.Count: 0 } template when template.Quasis[0].Cooked is { } text => (template, text),
        LogicalExpression { Operator: "||" or "??" } choice => LiteralOf(choice.Right),
        AssignmentPattern withDefault => LiteralOf(withDefault.Right),
        _ => null,
    };
}
