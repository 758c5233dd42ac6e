using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Platform.Compiled;
using Ahoy.Analysis.Platform.Responses;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Headers;

/// <summary>A response gets an object or a Buffer, and nobody says what it is.</summary>
internal sealed class Ahoy3006BodyWithoutContentType : FileRule
{
    private const string Header = "Content-Type";
    private const int MaxDepth = 8;

    private static readonly HashSet<string> s_bufferMakers = new(StringComparer.Ordinal) { "from", "alloc", "concat" };

    public override RuleDescriptor Descriptor { get; } = new(
        "AHOY3006",
        RuleCategory.Headers,
        Severity.Info,
        "A response's body has no Content-Type",
        "The response's body is {0}, and nothing in this function sets the response's Content-Type: what clients take it for is left to the runtime ({1}). Say it by appendHeader('Content-Type', …).");

    public override void Check(FileContext file, FindingSink findings)
    {
        if (!file.Source.Mentions(ResponseMembers.SetBody))
        {
            return;
        }

        foreach (var call in file.Source.Nodes.Calls)
        {
            if (call.Callee is MemberExpression callee
                && file.Source.Constants.NameOf(callee) == ResponseMembers.SetBody
                && KindOf(file.Source, call.Arguments.ArgumentAt(0)) is var (kind, type)
                && ResponseValues.Of(file.Source).CreationOf(callee.Object) is { } creation
                && !MaySetContentType(file, creation))
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
    /// another function that gets the response. A helper's response may get it where the helper is called.
    /// </summary>
    private static bool MaySetContentType(FileContext context, NewExpression creation)
    {
        var file = context.Source;
        var function = file.Nodes.FunctionOf(creation);
        var variable = file.Nodes.AncestorsOf(creation).OfType<VariableDeclarator>().FirstOrDefault()?.Id;
        var isHelpers = function is not null && file.Handlers.Of(function) is null && Returns(file, function, variable);
        var own = function as Node ?? file.Program;
        var scope = isHelpers ? file.Program : own;
        return OptionsMaySetContentType(file, creation)
            || (isHelpers && !context.IsEndpoint)
            || file.Nodes.Calls.Any(call => (call.IsIn(own) || (isHelpers && !IsAboutAnother(file, call, creation)))
                && (SetsHeader(file, call) || PassesOn(file, call, variable)))
            || file.Nodes.Members.Any(member => member.IsIn(scope)
                && file.Constants.NameOf(member) == ResponseMembers.Headers
                && ReferenceEquals(ResponseValues.Of(file).CreationOf(member.Object), creation));
    }

    /// <summary>Whether a call is a method's of a response that is known for another one.</summary>
    private static bool IsAboutAnother(SourceFile file, CallExpression call, NewExpression creation) =>
        call.Callee is MemberExpression callee
        && ResponseValues.Of(file).CreationOf(callee.Object) is { } other
        && !ReferenceEquals(other, creation);

    /// <summary>Whether a function returns the response that it has in a variable.</summary>
    private static bool Returns(SourceFile file, IFunction function, Node? variable) =>
        file.Scopes.BindingOf(variable) is { } response
        && response.References.Any(reference => file.Nodes.AncestorsOf(reference.Identifier)
            .TakeWhile(above => !ReferenceEquals(above, function))
            .Any(above => above is ReturnStatement));

    private static bool SetsHeader(SourceFile file, CallExpression call)
    {
        if (call.Callee is not MemberExpression callee)
        {
            return false;
        }

        var first = call.Arguments.ArgumentAt(0);
        return file.Constants.NameOf(callee) switch
        {
            ResponseMembers.AppendHeader => IsContentType(file.Constants.TextOf(first)),
            ResponseMembers.SetHeaders => MayHaveContentType(file, first, MaxDepth),
            _ => false,
        };
    }

    /// <summary>Whether the options that a response is made with have the header; those that are not known may.</summary>
    private static bool OptionsMaySetContentType(SourceFile file, NewExpression creation) =>
        creation.Arguments.Count > 0
        && (creation.Arguments.ArgumentAt(0) is not ObjectExpression options
            || options.Properties.Any(member => member is not Property property
                || file.Constants.NameOf(property) is not { } name
                || (name == ResponseMembers.Headers && MayHaveContentType(file, property.Value, MaxDepth))));

    /// <summary>Whether an object of headers has the header; one that is not known may.</summary>
    private static bool MayHaveContentType(SourceFile file, Node? headers, int depth) =>
        depth == 0
        || (LoweredSpread.PartsOf(headers) is { } parts ? parts.Any(part => MayHaveContentType(file, part, depth - 1)) : MayBeWrittenWithContentType(file, headers, depth));

    private static bool MayBeWrittenWithContentType(SourceFile file, Node? headers, int depth) =>
        file.Constants.Follow(headers) is not ObjectExpression written
        || IsChanged(file, headers!)
        || written.Properties.Any(member => member switch
        {
            Property property => IsContentType(file.Constants.NameOf(property)),
            SpreadElement spread => MayHaveContentType(file, spread.Argument, depth - 1),
            _ => true,
        });

    /// <summary>Whether more may be put into the object that a variable holds: anything but to hand it to <c>setHeaders</c> may do that.</summary>
    private static bool IsChanged(SourceFile file, Node headers) =>
        file.Scopes.BindingOf(headers) is { } variable
        && variable.References.Any(reference => !reference.IsDeclaration
            && !(file.Nodes.ParentOf(reference.Identifier) is SpreadElement
                || LoweredSpread.PartsOf(file.Nodes.ParentOf(reference.Identifier)) is not null
                || (file.Nodes.ParentOf(reference.Identifier) is CallExpression { Callee: MemberExpression callee } && file.Constants.NameOf(callee) == ResponseMembers.SetHeaders)));

    /// <summary>A name that is not known may be this one.</summary>
    private static bool IsContentType(string? name) => name is null || string.Equals(name, Header, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a function of the project gets the response; the callback, which is a parameter, only sends it.</summary>
    private static bool PassesOn(SourceFile file, CallExpression call, Node? variable) =>
        file.Scopes.BindingOf(variable) is { } response
        && call.Arguments.Any(argument => ReferenceEquals(file.Scopes.BindingOf(argument), response))
        && !(file.Scopes.BindingOf(call.Callee)?.Kind == JavaScript.Scopes.BindingKind.Parameter);
}
