using Ahoy.Analyzers.Infrastructure;
using Ahoy.Analyzers.Infrastructure.Vocabulary;
using Ahoy.Analyzers.Infrastructure.Vocabulary.Responses;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analyzers.Rules.Headers;

/// <summary>A response gets an object or a Buffer, and nobody says what it is.</summary>
internal sealed class Ahoy3006BodyWithoutContentType : FileRule
{
    private const string Header = "Content-Type";

    private static readonly HashSet<string> s_bufferMakers = new(StringComparer.Ordinal) { "from", "alloc", "concat" };

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3006",
        RuleCategory.Headers,
        Severity.Info,
        "A response's body has no Content-Type",
        "The response's body is {0}, and nothing in this function sets the response's Content-Type: what clients take it for is left to the runtime ({1}). Say it by appendHeader('Content-Type', …).");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Source.Mentions("setBody"))
        {
            return;
        }

        foreach (var call in file.Source.Nodes.Calls)
        {
            if (call.Callee is MemberExpression callee
                && file.Source.Constants.NameOf(callee) == "setBody"
                && KindOf(file.Source, call.Arguments.ArgumentAt(0)) is var (kind, type)
                && ResponseValues.Of(file.Source).CreationOf(callee.Object) is { } creation
                && !MaySetContentType(file.Source, creation))
            {
                findings.Report(callee.Property.Start, call.End, kind, type);
            }
        }
    }

    private static (string Kind, string Type)? KindOf(SourceFile file, Node? body) => file.Constants.Follow(body) switch
    {
        ObjectExpression => ("an object", "application/json"),
        ArrayExpression => ("an array", "application/json"),
        var other when IsBuffer(file, other) => ("a Buffer", "application/octet-stream"),
        _ => null,
    };

    private static bool IsBuffer(SourceFile file, Node? value)
    {
        if (value is not CallExpression { Callee: MemberExpression callee } call || file.Constants.NameOf(callee) is not { } method)
        {
            return false;
        }

        return file.Scopes.IsFree(callee.Object, "Buffer")
            ? s_bufferMakers.Contains(method)
            : method == "readFileSync" && call.Arguments.Count == 1;
    }

    /// <summary>
    /// Whether anything in the function that makes the response sets the header, or could: headers that are not known, or
    /// another function that gets the response.
    /// </summary>
    private static bool MaySetContentType(SourceFile file, NewExpression creation)
    {
        var scope = file.Nodes.FunctionOf(creation) as Node ?? file.Program;
        var variable = file.Nodes.AncestorsOf(creation).OfType<VariableDeclarator>().FirstOrDefault()?.Id;
        return creation.Arguments.Count > 0
            || file.Nodes.Calls.Any(call => call.IsIn(scope) && (SetsHeader(file, call) || PassesOn(file, call, variable)));
    }

    private static bool SetsHeader(SourceFile file, CallExpression call)
    {
        if (call.Callee is not MemberExpression callee)
        {
            return false;
        }

        var first = call.Arguments.ArgumentAt(0);
        return file.Constants.NameOf(callee) switch
        {
            "appendHeader" => IsContentType(file.Constants.TextOf(first)),
            "setHeaders" => file.Constants.Follow(first) is not ObjectExpression headers
                || headers.Properties.Any(member => member is not Property property || IsContentType(file.Constants.NameOf(property))),
            _ => false,
        };
    }

    /// <summary>A name that is not known may be this one.</summary>
    private static bool IsContentType(string? name) => name is null || string.Equals(name, Header, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a function of the project gets the response; the callback, which is a parameter, only sends it.</summary>
    private static bool PassesOn(SourceFile file, CallExpression call, Node? variable) =>
        file.Scopes.BindingOf(variable) is { } response
        && call.Arguments.Any(argument => ReferenceEquals(file.Scopes.BindingOf(argument), response))
        && !(file.Scopes.BindingOf(call.Callee)?.Kind == JavaScript.Scopes.BindingKind.Parameter);
}
