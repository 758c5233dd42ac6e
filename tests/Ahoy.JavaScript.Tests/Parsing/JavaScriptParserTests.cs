using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.Parsing;

public sealed class JavaScriptParserTests
{
    [Fact]
    public void Parse_EveryConstruct_HasNoErrors() => Assert.Empty(JavaScriptParser.Parse(Robustness.Samples.EveryConstruct).Errors);

    [Fact]
    public void Parse_Empty_GivesAnEmptyProgram()
    {
        var result = JavaScriptParser.Parse("");

        Assert.Equal((0, 0, 0), (result.Root.Start, result.Root.End, result.Root.Body.Count));
        Assert.Empty(result.Errors);
    }

    [Fact]
    public void Parse_Null_Throws() => Assert.Throws<ArgumentNullException>(() => JavaScriptParser.Parse(null!));

    [Theory]
    [InlineData("return 1;", SourceType.CommonJs)]
    [InlineData("new.target;", SourceType.CommonJs)]
    [InlineData("var await = 1;", SourceType.CommonJs)]
    [InlineData("await 1;", SourceType.Module)]
    [InlineData("import.meta.url;", SourceType.Module)]
    [InlineData("export default function () { }", SourceType.Module)]
    [InlineData("with (a) b;", SourceType.Script)]
    [InlineData("<!-- a\nb", SourceType.Script)]
    public void Parse_WhatTheSourceTypeAllows_HasNoErrors(string source, SourceType type) =>
        Assert.Empty(JavaScriptParser.Parse(source, new ParseOptions { SourceType = type }).Errors);

    [Theory]
    [InlineData("return 1;", SourceType.Script)]
    [InlineData("await x;", SourceType.CommonJs)]
    [InlineData("import a from 'b';", SourceType.CommonJs)]
    [InlineData("with (a) b;", SourceType.Module)]
    [InlineData("a\n--> b", SourceType.Module)]
    [InlineData("return 1;", SourceType.Module)]
    public void Parse_WhatTheSourceTypeForbids_HasErrors(string source, SourceType type) =>
        Assert.NotEmpty(JavaScriptParser.Parse(source, new ParseOptions { SourceType = type }).Errors);

    [Fact]
    public void Parse_AwaitOutsideAsync_IsAnAwaitExpressionStill()
    {
        var result = JavaScriptParser.Parse("exports.handler = function () { const a = await b(); };");

        Assert.Single(result.Root.DescendantsAndSelf().OfType<AwaitExpression>());
        Assert.Equal(SyntaxErrorCode.AwaitOutsideAsync, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public void Parse_ModuleSyntaxInCommonJs_IsDeclarationsStill()
    {
        var result = JavaScriptParser.Parse(
            "import a from 'a';\nexport const handler = () => { };\nexport default a;\n",
            new ParseOptions { SourceType = SourceType.CommonJs });

        Assert.Equal(["ImportDeclaration", "ExportNamedDeclaration", "ExportDefaultDeclaration"], result.Root.Body.Select(node => node.Type));
        Assert.All(result.Errors, error => Assert.Equal(SyntaxErrorCode.ModuleSyntaxInScript, error.Code));
        Assert.Equal(3, result.Errors.Count);
    }

    [Fact]
    public void Parse_FromManyThreads_GivesEqualTrees()
    {
        var expected = JavaScriptParser.Parse(Robustness.Samples.EveryConstruct).Root.ToEstreeJson();

        var trees = Enumerable.Range(0, 64).AsParallel().Select(_ => JavaScriptParser.Parse(Robustness.Samples.EveryConstruct).Root.ToEstreeJson());

        Assert.All(trees, tree => Assert.Equal(expected, tree));
    }

    [Fact]
    public void Comments_OfEachKind_AreKept()
    {
        const string Source = "#!shebang\n/* a */ b // c\n<!-- d\n--> e";

        var comments = JavaScriptParser.Parse(Source).Comments;

        Assert.Equal(
            [
                (CommentKind.Hashbang, "#!shebang"),
                (CommentKind.Block, "/* a */"),
                (CommentKind.Line, "// c"),
                (CommentKind.Html, "<!-- d"),
                (CommentKind.Html, "--> e"),
            ],
            comments.Select(comment => (comment.Kind, Source[comment.Start..comment.End])));
    }

    [Fact]
    public void Tokens_OfEachType_AreFound()
    {
        const string Source = "if (a.#b) `c${1}d` + 'e' / /f/g;";

        var tokens = JavaScriptParser.Parse(Source).Tokens;

        Assert.Equal(
            "Keyword if|Punctuator (|Identifier a|Punctuator .|PrivateIdentifier #b|Punctuator )|Template `c${|Number 1|Template }d`"
            + "|Punctuator +|String 'e'|Punctuator /|RegExp /f/g|Punctuator ;",
            string.Join('|', tokens.Select(token => $"{token.Type} {Source[token.Start..token.End]}")));
    }
}
