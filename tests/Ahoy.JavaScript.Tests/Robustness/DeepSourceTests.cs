using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.Robustness;

/// <summary>Sources that are nested, or chained, a hundred thousand times.</summary>
public sealed class DeepSourceTests
{
    private const int Times = 100_000;

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("[", "a", "]")]
    [InlineData("{", "a", "}")]
    [InlineData("({a:", "a", "})")]
    [InlineData("f(", "a", ")")]
    [InlineData("a[", "a", "]")]
    [InlineData("!", "a", "")]
    [InlineData("- ", "a", "")]
    [InlineData("typeof ", "a", "")]
    [InlineData("++", "a", "")]
    [InlineData("new ", "a", "")]
    [InlineData("new (", "a", ")")]
    [InlineData("a=", "a", "")]
    [InlineData("a=>", "a", "")]
    [InlineData("(a)=>", "a", "")]
    [InlineData("async a=>", "a", "")]
    [InlineData("a?b:", "a", "")]
    [InlineData("a?", "a", ":b")]
    [InlineData("a**", "a", "")]
    [InlineData("`${", "a", "}`")]
    [InlineData("a`${", "a", "}`")]
    [InlineData("function f(){", "a", "}")]
    [InlineData("(function(){", "a", "})")]
    [InlineData("class A{[", "a", "]}")]
    [InlineData("class A{static{", "a", "}}")]
    [InlineData("class A extends ", "B{}", "{}")]
    [InlineData("if(a)", "b;", "")]
    [InlineData("if(a)", "b;", "else c;")]
    [InlineData("for(;;)", "b;", "")]
    [InlineData("while(a)", "b;", "")]
    [InlineData("do ", "b;", "while(a);")]
    [InlineData("with(a)", "b;", "")]
    [InlineData("try{", "b", "}finally{}")]
    [InlineData("switch(a){case 1:", "b", "}")]
    [InlineData("var [", "a", "]=b")]
    [InlineData("var {a:", "a", "}=b")]
    [InlineData("([", "a", "]=b)")]
    [InlineData("(a=[", "a", "])=>b")]
    [InlineData("async (", "a", ")=>b")]
    [InlineData("...", "a", "")]
    [InlineData("import(", "a", ")")]
    [InlineData("export ", "a", "")]
    [InlineData("a\n/*", "a", "*/")]
    [InlineData("((((((((a=>", "a", "")]
    public void Parse_DeeplyNested_GivesATreeOrAnError(string open, string inner, string close)
    {
        var text = Repeat(open) + inner + Repeat(close);
        SmallStack.Run(() => UseEverything(JavaScriptParser.Parse(text)));
        SmallStack.Run(() => UseEverything(JavaScriptParser.Parse(Repeat(open))));
    }

    [Theory]
    [InlineData("a", "+a")]
    [InlineData("a", ".a")]
    [InlineData("a", "?.a")]
    [InlineData("a", "[0]")]
    [InlineData("a", "()")]
    [InlineData("a", "`b`")]
    [InlineData("a", "&&a")]
    [InlineData("a", "??a")]
    [InlineData("a", ",a")]
    [InlineData("[", "a,")]
    [InlineData("a", "\na")]
    [InlineData("if(a);", "else if(a);")]
    public void Parse_LongChain_HasNoErrors(string first, string next)
    {
        var text = first + Repeat(next) + (first == "[" ? "]" : "");
        SmallStack.Run(() =>
        {
            var result = JavaScriptParser.Parse(text);
            Assert.Empty(result.Errors);
            UseEverything(result);
        });
    }

    [Theory]
    [InlineData("a: ")]
    [InlineData("\\")]
    [InlineData("#")]
    [InlineData("@")]
    [InlineData("'")]
    [InlineData("}")]
    [InlineData(")")]
    [InlineData("function ")]
    [InlineData("class ")]
    [InlineData("case ")]
    [InlineData("`${`")]
    [InlineData("/[")]
    [InlineData("<!--")]
    [InlineData("=>")]
    [InlineData("...")]
    [InlineData("a b ")]
    [InlineData("({")]
    [InlineData("({a(")]
    [InlineData("for(")]
    [InlineData("\n{\n(")]
    [InlineData("a\n/*\n")]
    [InlineData("\n`\nfunction f() {\n")]
    public void Parse_LongNonsense_Ends(string piece)
    {
        var text = Repeat(piece);
        SmallStack.Run(() => UseEverything(JavaScriptParser.Parse(text)));
    }

    [Fact]
    public void Parse_NestedWithinTheLimit_HasNoErrors() =>
        SmallStack.Run(() => Assert.Empty(JavaScriptParser.Parse(new string('(', 1500) + "a" + new string(')', 1500)).Errors));

    [Fact]
    public void Parse_NestedTooDeep_SaysSo()
    {
        var error = Assert.Single(JavaScriptParser.Parse(Repeat("[") + Repeat("]")).Errors);

        Assert.Equal(SyntaxErrorCode.NestedTooDeep, error.Code);
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Times));

    private static void UseEverything(ParseResult result)
    {
        Assert.NotEmpty(result.Root.ToEstreeJson());
        new CountingVisitor().Visit(result.Root);
        Assert.True(result.Root.DescendantsAndSelf().Any());
    }

    private sealed class CountingVisitor : NodeVisitor;
}
