using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Fixes;

/// <summary>Counts an author's habits in a tree.</summary>
internal sealed class CodeStyleCounter : NodeVisitor
{
    private readonly string _text;

    public CodeStyleCounter(string text) => _text = text;

    public int SingleQuotes { get; private set; }

    public int DoubleQuotes { get; private set; }

    public int WithSemicolon { get; private set; }

    public int WithoutSemicolon { get; private set; }

    public int ParenthesizedArrows { get; private set; }

    public int BareArrows { get; private set; }

    /// <summary>What errors are called, and how often.</summary>
    public Dictionary<string, int> ErrorNames { get; } = [];

    public override void VisitStringLiteral(StringLiteral node)
    {
        if (_text[node.Start] == '"')
        {
            DoubleQuotes++;
        }
        else
        {
            SingleQuotes++;
        }
    }

    public override void VisitExpressionStatement(ExpressionStatement node)
    {
        CountEnd(node);
        base.VisitExpressionStatement(node);
    }

    public override void VisitReturnStatement(ReturnStatement node)
    {
        CountEnd(node);
        base.VisitReturnStatement(node);
    }

    public override void VisitVariableDeclaration(VariableDeclaration node)
    {
        // In the head of a loop a semicolon is the loop's, and is not part of the node.
        if (node.Declarations.Count > 0 && node.Declarations[node.Declarations.Count - 1].Init is not null)
        {
            CountEnd(node);
        }

        base.VisitVariableDeclaration(node);
    }

    public override void VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        if (node.Params.Count == 1 && node.Params[0] is Identifier only)
        {
            var start = node.Start;
            if (node.Async)
            {
                start += "async".Length;
                while (start < only.Start && char.IsWhiteSpace(_text[start]))
                {
                    start++;
                }
            }

            if (start == only.Start)
            {
                BareArrows++;
            }
            else
            {
                ParenthesizedArrows++;
            }
        }

        base.VisitArrowFunctionExpression(node);
    }

    public override void VisitCatchClause(CatchClause node)
    {
        CountErrorName(node.Param);
        base.VisitCatchClause(node);
    }

    public override void VisitCallExpression(CallExpression node)
    {
        if (node.Callee is MemberExpression { Computed: false, Property: Identifier { Name: "catch" } }
            && node.Arguments.Count == 1
            && node.Arguments[0] is IFunction { Params.Count: 1 } handler)
        {
            CountErrorName(handler.Params[0]);
        }

        base.VisitCallExpression(node);
    }

    private void CountEnd(Statement statement)
    {
        if (statement.End > statement.Start && _text[statement.End - 1] == ';')
        {
            WithSemicolon++;
        }
        else
        {
            WithoutSemicolon++;
        }
    }

    private void CountErrorName(Node? parameter)
    {
        if (parameter is Identifier { IsMissing: false } identifier)
        {
            ErrorNames.TryGetValue(identifier.Name, out var count);
            ErrorNames[identifier.Name] = count + 1;
        }
    }
}
