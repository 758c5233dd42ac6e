using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>The parameters of functions.</content>
internal sealed partial class Parser
{
    private NodeList<Node> ParseParameters()
    {
        if (_typeScript)
        {
            SkipTypeParameters();
        }

        var opener = _lexer.Start;
        var list = _nodes.Mark;
        if (Kind != TokenKind.OpenParen)
        {
            Unexpected(SyntaxErrorCode.ExpectedToken, "'(' before the parameters");
            return default;
        }

        Next();
        while (Kind is not (TokenKind.CloseParen or TokenKind.EndOfFile))
        {
            var before = _lexer.Start;
            if (_typeScript && SkipsBeforeParameter())
            {
                continue;
            }

            if (Kind == TokenKind.Ellipsis)
            {
                _nodes.Add(ParseRest(Binding.Parameter));
                if (Kind == TokenKind.Comma)
                {
                    ReportHere(SyntaxErrorCode.RestNotLast);
                }
            }
            else
            {
                _nodes.Add(_typeScript ? ParseTypedParameter() : ParseBindingElement(Binding.Parameter));
            }

            if (Kind == TokenKind.CloseParen)
            {
                break;
            }

            if (!Eat(TokenKind.Comma))
            {
                Unexpected(SyntaxErrorCode.ExpectedToken, "',' or ')' in the parameters");
                if (before == _lexer.Start || !Kind.IsIdentifier())
                {
                    break;
                }
            }
        }

        ExpectClosing(TokenKind.CloseParen, opener, "to close the parameters");
        CheckYieldAndAwaitInParameters();
        if (_typeScript)
        {
            SkipReturnAnnotation();
        }

        return _nodes.Take<Node>(list);
    }

    private void CheckYieldAndAwaitInParameters()
    {
        if (_yieldAt >= 0)
        {
            _errors.Report(SyntaxErrorCode.YieldInParameters, _yieldAt, _yieldAt + "yield".Length);
        }

        if (_awaitAt >= 0)
        {
            _errors.Report(SyntaxErrorCode.AwaitInParameters, _awaitAt, _awaitAt + "await".Length);
        }
    }

    private void DeclareParameters(NodeList<Node> parameters, bool mustBeUnique)
    {
        var unique = mustBeUnique || IsStrict;
        for (var i = 0; !unique && i < parameters.Count; i++)
        {
            unique = parameters[i] is not Identifier;
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            DeclareParameter(parameters[i], unique);
        }
    }

    private void DeclareParameter(Node parameter, bool mustBeUnique)
    {
        if (parameter is Identifier name)
        {
            DeclareParameterName(name, mustBeUnique);
        }
        else
        {
            DeclareParameterPattern(parameter, mustBeUnique);
        }
    }

    // Apart, so that a plain name does not pay for the closure.
    private void DeclareParameterPattern(Node pattern, bool mustBeUnique) =>
        ForEachBoundName(pattern, name => DeclareParameterName(name, mustBeUnique));

    /// <summary>Finds the names that a pattern binds: not those in its defaults and computed keys.</summary>
    private static void ForEachBoundName(Node pattern, Action<Identifier> action) =>
        PatternTargets.ForEach(
            pattern,
            target =>
            {
                if (target is Identifier name)
                {
                    action(name);
                }
            });

    private void DeclareParameterName(Identifier name, bool mustBeUnique)
    {
        if (name.IsMissing)
        {
            return;
        }

        if (IsStrict)
        {
            CheckNameInStrict(name);
        }

        if (!_declarations.TryDeclareParameter(_names.Find(name.Name), name.Start, name.End) && mustBeUnique)
        {
            Report(SyntaxErrorCode.DuplicateParameter, name, name.Name);
        }
    }
}
