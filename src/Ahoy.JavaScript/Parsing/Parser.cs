using Ahoy.JavaScript.Lexing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Parsing;

/// <summary>
/// A recursive-descent parser that reads each token once: what may turn out to be a pattern is read as an expression and
/// converted. It reports what is wrong and goes on; see docs/javascript.md for how.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>How deep the source may be nested. What is deeper is an error, on every machine the same.</summary>
    private const int MaxDepth = 2000;

    private const int LevelsBetweenStackChecks = 8;

    private readonly string _text;
    private readonly SourceType _sourceType;
    private readonly ParseMode _mode;
    private readonly bool _typeScript;
    private readonly ErrorSink _errors = new();
    private readonly Lexer _lexer;
    private readonly NameTable _names;
    private readonly DeclarationTable _declarations;
    private readonly NodeBuffer _nodes;
    private readonly CoverErrors _cover;

    private Context _context;
    private int _depth;

    private Parser(string text, ParseOptions options, ParseMode mode, ParserMemory memory, List<Token>? tokens)
    {
        _text = text;
        _sourceType = options.SourceType;
        _typeScript = options.Language == SourceLanguage.TypeScript;
        _mode = mode;
        _names = memory.Names;
        _declarations = memory.Declarations;
        _nodes = memory.Nodes;
        _cover = memory.Cover;
        _lexer = new Lexer(text, memory.Names, _errors, _sourceType != SourceType.Module && !_typeScript, mode == ParseMode.ByIndentation, tokens);
    }

    private TokenKind Kind => _lexer.Kind;

    private bool IsStrict => (_context & Context.Strict) != 0;

    /// <summary>Parses a text.</summary>
    /// <param name="text">The source.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="mode">How braces are paired.</param>
    /// <param name="tokens">Takes the tokens, if anyone wants them.</param>
    public static ParserOutput Parse(string text, ParseOptions options, ParseMode mode, List<Token>? tokens)
    {
        var memory = ParserMemory.Rent();
        var parser = new Parser(text, options, mode, memory, tokens);
        var program = parser.ParseProgram();
        memory.Return();
        return new ParserOutput(program, parser._errors.ToList(), parser._lexer.TakeComments(), parser.BracesSuspect);
    }

    private Program ParseProgram()
    {
        var isModule = _sourceType == SourceType.Module;
        _context = _sourceType switch
        {
            SourceType.Module => Context.Strict | Context.Await,
            SourceType.CommonJs => Context.Return | Context.NewTarget,
            _ => Context.None,
        };
        _declarations.Enter(isVarScope: true, functionsAreVars: !isModule);
        DeclareModuleVariables();
        _lexer.Next();
        var mark = _nodes.Mark;
        ParseDirectives(parameters: default);
        while (Kind != TokenKind.EndOfFile)
        {
            var before = _lexer.Start;
            _nodes.Add(ParseStatementOrDeclaration());
            SkipIfStuck(before);
        }

        AddAbandonedText();
        CheckExportsAreDeclared();
        _declarations.Exit(_errors, _names);
        var body = _nodes.Take<Statement>(mark);
        return _typeScript ? EraseUnusedImports(body) : new Program(0, _text.Length, body, _sourceType);
    }

    private void Next() => _lexer.Next();

    private bool Eat(TokenKind kind)
    {
        if (_lexer.Kind != kind)
        {
            return false;
        }

        _lexer.Next();
        return true;
    }

    /// <summary>What the current name or keyword is called.</summary>
    private string CurrentName => _names.Name(_lexer.NameId);

    private bool IsContextual(TokenKind kind) => Kind == kind && !_lexer.HasEscape;

    /// <summary>Whether the grammar may put a semicolon before the current token.</summary>
    private bool CanInsertSemicolon =>
        Kind is TokenKind.CloseBrace or TokenKind.EndOfFile || _lexer.NewLineBefore;

    /// <summary>The kind of the token after the current one, and whether a line terminator stands between.</summary>
    private TokenKind Peek(out bool newLineBefore)
    {
        var state = _lexer.Save();
        _lexer.Next();
        var kind = _lexer.Kind;
        newLineBefore = _lexer.NewLineBefore;
        _lexer.Restore(state);
        return kind;
    }

    private TokenKind Peek() => Peek(out _);

    private void Report(SyntaxErrorCode code, Node node, string? detail = null) => _errors.Report(code, node.Start, node.End, detail);

    private void ReportHere(SyntaxErrorCode code, string? detail = null) => _errors.Report(code, _lexer.Start, _lexer.End, detail);
}
