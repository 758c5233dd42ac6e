using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ahoy.JavaScript;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.Analysis.Engine;

/// <summary>
/// A file's text and what follows from it alone: the tree, and, when a rule first asks for them, its scopes and
/// whatever else rules share. It is kept as long as the text is, across edits of other files.
/// </summary>
internal sealed class SourceFile
{
    private static readonly ParseOptions s_commonJs = new() { SourceType = SourceType.CommonJs };
    private static readonly ParseOptions s_module = new() { SourceType = SourceType.Module };
    private static readonly ParseOptions s_commonJsTypeScript = new() { SourceType = SourceType.CommonJs, Language = SourceLanguage.TypeScript };
    private static readonly ParseOptions s_moduleTypeScript = new() { SourceType = SourceType.Module, Language = SourceLanguage.TypeScript };

    private static readonly ConditionalWeakTable<object, SourceFile> s_byText = new();

    private readonly ConcurrentDictionary<Type, object> _analyses = new();
    private readonly ParseResult _parsed;
    private readonly string? _markup;

    private SourceFile(ParseResult parsed, string? markup = null)
    {
        _parsed = parsed;
        _markup = markup;
        Errors = parsed.Errors.Any(error => error.Code == SyntaxErrorCode.ModuleSyntaxInScript)
            ? [.. parsed.Errors.Where(error => !IsModuleStatement(error))]
            : parsed.Errors;
    }

    /// <summary>The text.</summary>
    public string Text => _markup ?? _parsed.Text;

    /// <summary>Whether it is XML, of which the tree is empty: only the rules about TwiML look at it.</summary>
    public bool IsMarkup => _markup is not null;

    /// <summary>Whether it is TypeScript: the tree is that of the text without its types, at the places of the text with them.</summary>
    public bool IsTypeScript => _parsed.Options.Language == SourceLanguage.TypeScript;

    /// <summary>The tree.</summary>
    public Program Program => _parsed.Root;

    /// <summary>
    /// The errors in the order of the source. <c>import</c> and <c>export</c> at the top of the file are none of them, but
    /// AHOY0002's.
    /// </summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>The comments in the order of the source.</summary>
    public IReadOnlyList<Comment> Comments => _parsed.Comments;

    /// <summary>Lines and columns.</summary>
    public LineMap Lines => IsMarkup ? Get(static file => new LineMap(file.Text)) : _parsed.Lines;

    /// <summary>The nodes by kind, and the way up from each.</summary>
    public NodeIndex Nodes => Get(static file => new NodeIndex(file.Program));

    /// <summary>The variables and where they are used.</summary>
    public ScopeTree Scopes => Get(static file => ScopeTree.Create(file.Program));

    /// <summary>The file that a text is, parsed once: it lives as long as the text does.</summary>
    /// <param name="text">
    /// An object whose <c>ToString</c> is the text, and which stays the same object as long as the text stays the same: Roslyn's
    /// <c>SourceText</c>, a string. Analyzers and code fixes that hand over the same one share all that was worked out.
    /// </param>
    public static SourceFile Of(object text) => s_byText.GetValue(text, static key => Parse(key.ToString()!));

    /// <summary>The file that a text is where it is the text of a resource, JavaScript or XML, parsed once as <see cref="Of(object)"/> has it.</summary>
    public static SourceFile Of(object text, ProjectResource resource) =>
        IsXml(resource) ? s_byText.GetValue(text, static key => ParseMarkup(key.ToString()!))
        : LanguageOf(resource) == SourceLanguage.TypeScript ? s_byText.GetValue(text, static key => Parse(key.ToString()!, SourceLanguage.TypeScript))
        : Of(text);

    /// <summary>Reads the text of a resource: JavaScript or XML.</summary>
    public static SourceFile Parse(string text, ProjectResource resource) => IsXml(resource) ? ParseMarkup(text) : Parse(text, LanguageOf(resource));

    /// <summary>Whether a resource is XML.</summary>
    public static bool IsXml(ProjectResource resource) => resource.File.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Parses a file as Node would load it: as CommonJS. One that is written as an ES module is read as that, so that the one
    /// mistake is not reported in many ways (<c>await</c> at the top, for one); TypeScript, so that it is no mistake.
    /// </summary>
    public static SourceFile Parse(string text, SourceLanguage language = SourceLanguage.JavaScript)
    {
        var isTypeScript = language == SourceLanguage.TypeScript;
        var commonJs = new SourceFile(JavaScriptParser.Parse(text, isTypeScript ? s_commonJsTypeScript : s_commonJs));
        if (!commonJs.Program.Body.Any(IsModuleStatement))
        {
            return commonJs;
        }

        var module = new SourceFile(JavaScriptParser.Parse(text, isTypeScript ? s_moduleTypeScript : s_module));
        return module.Errors.Count <= commonJs.Errors.Count ? module : commonJs;
    }

    /// <summary>The file that another text in its place would be, in the same language.</summary>
    public SourceFile With(string text) => Parse(text, _parsed.Options.Language);

    /// <summary>Takes a text as XML, which is read when a rule asks for it.</summary>
    public static SourceFile ParseMarkup(string text) => new(JavaScriptParser.Parse(string.Empty, s_commonJs), text);

    /// <summary>Whether a statement makes its file an ES module.</summary>
    public static bool IsModuleStatement(Statement statement) =>
        statement is ImportDeclaration or ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration;

    /// <summary>Something that follows from the text alone, computed when the first rule asks for it.</summary>
    public T Get<T>(Func<SourceFile, T> compute)
        where T : class =>
        (T)_analyses.GetOrAdd(typeof(T), _ => compute(this));

    /// <summary>Whether the text holds a word at all: rules ask this before they look any closer.</summary>
    public bool Mentions(string word) => Text.IndexOf(word, StringComparison.Ordinal) >= 0;

    /// <summary>Whether the text holds a word in any case of letters.</summary>
    /// <param name="word">The word, in ASCII.</param>
    public bool MentionsIgnoringCase(string word)
    {
        // In pieces that the processor looks for at once: the framework's own way goes letter by letter where it knows of no culture.
        var text = Text.AsSpan();
        var (lower, upper) = (char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0]));
        for (var at = text.IndexOfAny(lower, upper); at >= 0 && text.Length - at >= word.Length; at = text.IndexOfAny(lower, upper))
        {
            text = text.Slice(at);
            if (text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            text = text.Slice(1);
        }

        return false;
    }

    private static SourceLanguage LanguageOf(ProjectResource resource) => ParseOptions.LanguageOf(resource.File);

    private bool IsModuleStatement(SyntaxError error) =>
        error.Code == SyntaxErrorCode.ModuleSyntaxInScript
        && Program.Body.Any(statement => statement.Start == error.Start && IsModuleStatement(statement));
}
