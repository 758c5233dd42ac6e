using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <content>Labels, <c>break</c> and <c>continue</c>.</content>
internal sealed partial class Parser
{
    private readonly List<Label> _labels = [];

    // The labels of the function that is being parsed begin here.
    private int _firstLabel;

    private LabeledStatement ParseLabeled(Identifier label, Embedding embedding)
    {
        if (_labels.FindIndex(_firstLabel, other => other.Name == label.Name) >= 0)
        {
            Report(SyntaxErrorCode.LabelAlreadyDeclared, label, label.Name);
        }

        Next();
        _labels.Add(new Label(label.Name, label.Start, _lexer.Start));
        if (Kind is TokenKind.For or TokenKind.While or TokenKind.Do)
        {
            MarkLabelsOfLoop();
        }

        // A labelled function may stand among other statements, but not as the body of one.
        var body = ParseStatement(embedding is Embedding.None or Embedding.Label ? Embedding.Label : Embedding.Body);
        _labels.RemoveAt(_labels.Count - 1);
        return new LabeledStatement(label.Start, _lexer.LastEnd, label, body);
    }

    /// <summary>The current token starts a loop: the labels right before it are a loop's.</summary>
    private void MarkLabelsOfLoop()
    {
        var bodyStart = _lexer.Start;
        for (var i = _labels.Count - 1; i >= _firstLabel && _labels[i].BodyStart == bodyStart; i--)
        {
            _labels[i].IsLoop = true;
            bodyStart = _labels[i].Start;
        }
    }

    private Statement ParseJump()
    {
        var start = _lexer.Start;
        var isBreak = Kind == TokenKind.Break;
        var keywordEnd = _lexer.End;
        Next();
        Identifier? label = null;
        if (Kind.IsIdentifier() && !_lexer.NewLineBefore)
        {
            label = ParseIdentifier();
            CheckJumpLabel(label, isBreak);
        }
        else if ((_context & (isBreak ? Context.Breakable : Context.Loop)) == 0)
        {
            _errors.Report(isBreak ? SyntaxErrorCode.BreakOutsideLoop : SyntaxErrorCode.ContinueOutsideLoop, start, keywordEnd);
        }

        ConsumeSemicolon();
        return isBreak ? new BreakStatement(start, _lexer.LastEnd, label) : new ContinueStatement(start, _lexer.LastEnd, label);
    }

    private void CheckJumpLabel(Identifier label, bool isBreak)
    {
        var index = _labels.FindLastIndex(other => other.Name == label.Name);
        if (index < _firstLabel)
        {
            Report(SyntaxErrorCode.UndefinedLabel, label, label.Name);
        }
        else if (!isBreak && !_labels[index].IsLoop)
        {
            Report(SyntaxErrorCode.ContinueToNonLoop, label, label.Name);
        }
    }

    private sealed class Label
    {
        public Label(string name, int start, int bodyStart)
        {
            Name = name;
            Start = start;
            BodyStart = bodyStart;
        }

        public string Name { get; }

        public int Start { get; }

        public int BodyStart { get; }

        public bool IsLoop { get; set; }
    }
}
