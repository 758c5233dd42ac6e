using Ahoy.Analysis.Fixes;
using Ahoy.Analysis.Fixes.Transformations;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Rules.Handler;

/// <summary>
/// Makes a promise chain at the end of a handler what it would be if it were written today: an <c>await</c> for each link, in a <c>try</c>
/// whose <c>catch</c> completes. It is offered only where each link is plain enough to be read at a glance.
/// </summary>
internal static class AwaitedChain
{
    public static IEnumerable<Fix> Offer(FixRequest request, CallExpression chain, Binding callback)
    {
        if (Links(chain, out var source) is { } links
            && StatementOf(request, chain) is { } statement
            && links.All(link => IsPlain(request, link))
            && HaveOwnNames(request, chain, links, callback)
            && Write(request, statement, source, links, callback) is { } text)
        {
            var edits = new EditList();
            if (AsyncFunctions.AllowAwait(request, statement, edits))
            {
                var start = request.Layout.LineStart(statement.Start);
                edits.Replace(start, statement.End, text);
                yield return new Fix("Turn the chain into await, in a try that completes", request.Id + ".await", edits.Edits) { IsCure = false };
            }
        }
    }

    /// <summary>The functions of <c>.then(…)</c>, in the order in which they run; null where there is any other link.</summary>
    private static List<IFunction>? Links(CallExpression chain, out Expression source)
    {
        var links = new List<IFunction>();
        source = chain;
        while (source is CallExpression { Optional: false, Callee: MemberExpression { Computed: false, Optional: false, Property: Identifier { Name: "then" or "catch" or "finally" } link } member } call)
        {
            if (link.Name != "then" || call.Arguments.Count != 1 || call.Arguments[0] is not IFunction { Async: false, Generator: false } function || function.Params.Count > 1)
            {
                return null;
            }

            links.Insert(0, function);
            source = member.Object;
        }

        return links.Count > 0 ? links : null;
    }

    /// <summary>The statement that the chain is, where it is the last one of the handler and has its lines for itself.</summary>
    private static ExpressionStatement? StatementOf(FixRequest request, CallExpression chain) =>
        request.Nodes.ParentOf(chain) is ExpressionStatement statement
        && request.Nodes.ParentOf(statement) is BlockStatement body
        && request.Nodes.ParentOf(body) is IFunction handler
        && request.Handlers.Of(handler) is not null
        && ReferenceEquals(body.Body[body.Body.Count - 1], statement)
        && request.Layout.IsFirstOfLine(statement.Start)
            ? statement
            : null;

    private static bool IsPlain(FixRequest request, IFunction function) =>
        !((Node)function).DescendantsAndSelf().Any(node => node is TemplateElement text && request.Layout.HasLineBreak(text.Start, text.End))
        && (function is ArrowFunctionExpression || !((Node)function).DescendantsAndSelf().Any(node => node is ThisExpression or Identifier { Name: "arguments" }));

    /// <summary>
    /// Whether the names that the links have for themselves can stand beside each other, and beside all that the handler has.
    /// </summary>
    private static bool HaveOwnNames(FixRequest request, CallExpression chain, List<IFunction> links, Binding callback)
    {
        var own = links.SelectMany(link => NamesIn(request, link)).ToList();
        var others = new HashSet<string>(
            request.Scopes.References
                .Where(reference => !links.Any(link => link.Start <= reference.Identifier.Start && reference.Identifier.End <= link.End))
                .Select(reference => reference.Identifier.Name),
            StringComparer.Ordinal) { callback.Name };
        return own.Distinct(StringComparer.Ordinal).Count() == own.Count && !own.Any(others.Contains) && !own.Contains(ErrorName(request, callback));
    }

    /// <summary>What a link declares: its parameter, and what its body has at its top.</summary>
    private static IEnumerable<string> NamesIn(FixRequest request, IFunction link) => request.Scopes.References
        .Where(reference => reference.IsDeclaration && link.Start <= reference.Identifier.Start && reference.Identifier.End <= link.End)
        .Where(reference => ReferenceEquals(request.Scopes.EnclosingFunction(reference.Identifier), link))
        .Select(reference => reference.Identifier.Name);

    private static string? Write(FixRequest request, ExpressionStatement statement, Expression source, List<IFunction> links, Binding callback)
    {
        var (layout, style) = (request.Layout, request.Style);
        var outer = layout.IndentationOf(statement.Start);
        var inner = outer + style.Indent;
        var lines = new List<string>();
        var awaited = Reindent(request, layout.TextOf(source), source.Start, inner);
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            var name = link.Params.Count == 1 ? layout.TextOf(link.Params[0]) : null;
            if (link.Params.Count == 1 && link.Params[0] is not (Identifier or ObjectPattern or ArrayPattern))
            {
                return null;
            }

            lines.Add($"{inner}{(name is null ? "" : $"const {name} = ")}await {awaited}{style.Semicolon}");
            if (i == links.Count - 1)
            {
                if (Body(request, link, inner) is not { } body)
                {
                    return null;
                }

                lines.AddRange(body);
            }
            else if (ValueOf(link) is { } value)
            {
                var text = Reindent(request, layout.TextOf(value), value.Start, inner);
                awaited = value is CallExpression or MemberExpression or Identifier or NewExpression ? text : $"({text})";
            }
            else
            {
                return null;
            }
        }

        if (LosesComment(request, statement, source, links))
        {
            return null;
        }

        var error = ErrorName(request, callback);
        lines.Insert(0, $"{outer}try {{");
        lines.Add($"{outer}}} catch ({error}) {{");
        lines.Add($"{inner}{callback.Name}({error}){style.Semicolon}");
        return string.Join(style.NewLine, lines.Append($"{outer}}}"));
    }

    private static string ErrorName(FixRequest request, Binding callback) =>
        request.Style.ErrorName == callback.Name ? "reason" : request.Style.ErrorName;

    /// <summary>What a link that is not the last gives to the next.</summary>
    private static Expression? ValueOf(IFunction link) => link.Body switch
    {
        BlockStatement { Body: { Count: 1 } only } => (only[0] as ReturnStatement)?.Argument,
        BlockStatement => null,
        var value => (Expression)value,
    };

    private static IEnumerable<string>? Body(FixRequest request, IFunction link, string indentation)
    {
        var (layout, style) = (request.Layout, request.Style);
        if (link.Body is not BlockStatement block)
        {
            return [$"{indentation}{Reindent(request, layout.TextOf(link.Body), link.Body.Start, indentation)}{style.Semicolon}"];
        }

        if (block.Body.Count == 0 || block.Body[0] is Directive)
        {
            return null;
        }

        if (!layout.IsFirstOfLine(block.Body[0].Start) || !layout.IsFirstOfLine(block.End - 1))
        {
            return block.Body.Count == 1 ? [indentation + layout.TextOf(block.Body[0])] : null;
        }

        // With the comments above the first statement and behind the last one.
        var first = layout.NextLine(block.Start);
        var text = request.Text.Substring(first, layout.LineStart(block.End - 1) - first).TrimEnd('\r', '\n');
        var old = layout.IndentationOf(block.Body[0].Start);
        return text.Split('\n').Select(line => line.TrimEnd('\r'))
            .Select(line => line.StartsWith(old, StringComparison.Ordinal) ? indentation + line.Substring(old.Length) : line.Length == 0 ? line : indentation + line.TrimStart());
    }

    /// <summary>The further lines of a text are moved as far as its first one is.</summary>
    private static string Reindent(FixRequest request, string text, int start, string indentation)
    {
        var old = request.Layout.IndentationOf(start);
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        return string.Join(
            request.Style.NewLine,
            lines.Select((line, index) => index == 0 || !line.StartsWith(old, StringComparison.Ordinal) ? line : indentation + line.Substring(old.Length)));
    }

    /// <summary>Whether a comment stands between the links, where nothing of the text is kept.</summary>
    private static bool LosesComment(FixRequest request, ExpressionStatement statement, Expression source, List<IFunction> links)
    {
        var at = source.End;
        foreach (var link in links)
        {
            var kept = link.Body is BlockStatement && ReferenceEquals(link, links[links.Count - 1]) ? link.Body : (Node?)ValueOf(link) ?? link.Body;
            if (request.Layout.HasComment(at, kept.Start))
            {
                return true;
            }

            at = kept.End;
        }

        return request.Layout.HasComment(at, statement.End);
    }
}
