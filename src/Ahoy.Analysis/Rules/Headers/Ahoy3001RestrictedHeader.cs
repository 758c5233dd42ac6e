using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform.Tracking;
using Ahoy.Analysis.Platform.Responses;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>A header is read or set that the platform keeps from Functions.</summary>
internal sealed class Ahoy3001RestrictedHeader : FileRule
{
    private const string Read = "it is removed from each request before the Function sees it, so that this is always undefined";
    private const string Written = "it can't be set on a response, so that this has no effect";

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3001",
        RuleCategory.Headers,
        Severity.Warning,
        "A restricted header is read or set",
        "The platform keeps the header '{0}' from Functions: {1}. Do without it.");

    public override void Check(FileContext file, FindingSink findings)
    {
        foreach (var read in HeaderReads.Of(file.Source).All)
        {
            if (RestrictedHeaders.Contains(read.Name) && !IsLeftOut(file.Source, read))
            {
                findings.Report(read.Place, read.Name, Read);
            }
        }

        foreach (var write in HeaderWrites.Of(file.Source).All)
        {
            if (RestrictedHeaders.Contains(write.Name))
            {
                findings.Report(write.Place, write.Name, Written);
            }
        }
    }

    /// <summary>
    /// Whether a header is only taken out to copy the others: <c>const { host, ...others } = headers</c>, or what compilers make of that:
    /// <c>host = headers.host, others = __rest(headers, ["host"])</c>.
    /// </summary>
    private static bool IsLeftOut(SourceFile file, PropertyRead read)
    {
        var isTakenApart = read.Reader is ObjectPattern pattern && pattern.Properties.OfType<RestElement>().Any();
        var variable = file.Nodes.ParentOf(read.Place) switch
        {
            Property { Value: Identifier taken } => taken,
            MemberExpression member => file.Nodes.ParentOf(member) switch
            {
                VariableDeclarator { Id: Identifier declared } => declared,
                AssignmentExpression { Left: Identifier assigned } => assigned,
                _ => null,
            },
            _ => null,
        };
        return variable is not null
            && (isTakenApart || IsListed(file, read.Name))
            && file.Scopes.BindingOf(variable) is { } binding
            && !binding.References.Any(reference => reference.IsRead);
    }

    /// <summary>Whether a name stands in a list that a call is given together with an object.</summary>
    private static bool IsListed(SourceFile file, string name) => file.Nodes.Strings.Any(text =>
        text.Value == name
        && file.Nodes.ParentOf(text) is ArrayExpression list
        && file.Nodes.ParentOf(list) is CallExpression { Arguments.Count: 2 } or VariableDeclarator);
}
