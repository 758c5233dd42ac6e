using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Expressions that turn out to be the targets of assignments, or parameters.</content>
internal sealed partial class Parser
{
    /// <summary>Makes the target of <c>=</c> or of a loop from an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="start">Where it starts, parentheses included.</param>
    /// <param name="mark">Where its cover errors start.</param>
    private Node ToAssignmentTarget(Expression expression, int start, int mark)
    {
        if (expression is not (ArrayExpression or ObjectExpression) || expression.Start > start)
        {
            return ToSimpleTarget(expression, start, mark);
        }

        for (var i = mark; i < _cover.Count; i++)
        {
            ReportIfPattern(_cover[i], isBinding: false);
        }

        // This pattern may be in one that turns out to declare names; those may have no parentheses at all.
        _cover.KeepOnly(mark, CoverErrors.Kind.ParenthesizedTarget);
        return ToPattern(expression, isBinding: false);
    }

    /// <summary>Makes the target of <c>+=</c> or <c>++</c>: no pattern.</summary>
    private Expression ToSimpleTarget(Expression expression, int start, int mark)
    {
        FlushCover(mark);
        switch (expression)
        {
            case Identifier name:
                CheckAssignedName(name);
                break;
            case MemberExpression:
                break;
            default:
                _errors.Report(SyntaxErrorCode.InvalidAssignmentTarget, Math.Min(start, expression.Start), _lexer.LastEnd);
                break;
        }

        return expression;
    }

    private void ReportIfPattern(CoverErrors.Entry entry, bool isBinding)
    {
        switch (entry.Kind)
        {
            case CoverErrors.Kind.CommaAfterRest:
                _errors.Report(SyntaxErrorCode.RestNotLast, entry.Start, entry.End);
                break;
            case CoverErrors.Kind.ParenthesizedPattern:
            case CoverErrors.Kind.ParenthesizedTarget when isBinding:
                _errors.Report(SyntaxErrorCode.ParenthesizedPattern, entry.Start, entry.End);
                break;
        }
    }

    /// <summary>Makes parameters of the elements of a parenthesised list, in their place in the buffer.</summary>
    private void ToParameters(int list, int mark)
    {
        for (var i = mark; i < _cover.Count; i++)
        {
            ReportIfPattern(_cover[i], isBinding: true);
        }

        _cover.Truncate(mark);
        var end = _nodes.Mark;
        for (var i = list; i < end; i++)
        {
            _nodes[i] = ToPattern(_nodes[i]!, isBinding: true);
        }
    }

    private Node ToPattern(Node node, bool isBinding)
    {
        // Patterns are as deep as the source, and the parser may be deep in it already.
        _depth++;
        var pattern = NeedsNewStack ? ToPatternOnNewStack(node, isBinding) : ToPatternHere(node, isBinding);
        _depth--;
        return pattern;
    }

    private Node ToPatternOnNewStack(Node node, bool isBinding) => OnNewStack(() => ToPatternHere(node, isBinding));

    private Node ToPatternHere(Node node, bool isBinding)
    {
        switch (node)
        {
            case Identifier name:
                if (!isBinding)
                {
                    CheckAssignedName(name);
                }

                return name;
            case MemberExpression when !isBinding:
            case RestElement:
                return node;
            case ArrayExpression array:
                return new ArrayPattern(array.Start, array.End, ToPatterns(array.Elements, isBinding));
            case ObjectExpression @object:
                return new ObjectPattern(@object.Start, @object.End, ToProperties(@object.Properties, isBinding));
            case AssignmentExpression { Operator: "=" } assignment:
                CheckConverted(assignment.Left, isBinding);
                return new AssignmentPattern(assignment.Start, assignment.End, assignment.Left, assignment.Right);
            case AssignmentPattern { Left: Identifier name } shorthand:
                if (!isBinding)
                {
                    CheckAssignedName(name);
                }

                return shorthand;
            case SpreadElement spread:
                return ToRest(spread, isBinding);
            default:
                Report(isBinding ? SyntaxErrorCode.InvalidParameter : SyntaxErrorCode.InvalidAssignmentTarget, node);
                return node;
        }
    }

    private NodeList<Node?> ToPatterns(NodeList<Expression?> elements, bool isBinding)
    {
        var list = _nodes.Mark;
        for (var i = 0; i < elements.Count; i++)
        {
            _nodes.Add(elements[i] is { } element ? ToPattern(element, isBinding) : null);
        }

        return _nodes.Take<Node?>(list);
    }

    private NodeList<Node> ToProperties(NodeList<Node> properties, bool isBinding)
    {
        var list = _nodes.Mark;
        for (var i = 0; i < properties.Count; i++)
        {
            _nodes.Add(ToPatternMember(properties[i], isBinding));
        }

        return _nodes.Take<Node>(list);
    }

    private Node ToPatternMember(Node member, bool isBinding)
    {
        if (member is SpreadElement spread)
        {
            if (spread.Argument is ArrayExpression or ObjectExpression)
            {
                Report(SyntaxErrorCode.ObjectRestNeedsName, spread.Argument);
            }

            return ToRest(spread, isBinding);
        }

        var property = (Property)member;
        if (property.Kind != PropertyKind.Init || property.Method)
        {
            Report(isBinding ? SyntaxErrorCode.InvalidParameter : SyntaxErrorCode.InvalidAssignmentTarget, property);
            return property;
        }

        var value = ToPattern(property.Value, isBinding);
        return ReferenceEquals(value, property.Value)
            ? property
            : new Property(property.Start, property.End, property.Key, value, property.Kind, property.Form);
    }

    private RestElement ToRest(SpreadElement spread, bool isBinding)
    {
        if (spread.Argument is AssignmentExpression)
        {
            Report(SyntaxErrorCode.RestWithDefault, spread.Argument);
            return new RestElement(spread.Start, spread.End, spread.Argument);
        }

        return new RestElement(spread.Start, spread.End, ToPattern(spread.Argument, isBinding));
    }

    /// <summary>
    /// The left side of an assignment was checked as one when it was read; in parameters it must be a binding besides.
    /// </summary>
    private void CheckConverted(Node target, bool isBinding)
    {
        if (!isBinding)
        {
            return;
        }

        PatternTargets.ForEach(
            target,
            part =>
            {
                if (part is MemberExpression)
                {
                    Report(SyntaxErrorCode.InvalidParameter, part);
                }
            });
    }
}
