using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Fixes;

namespace Ahoy.Analysis.Tests.Fixes;

public class CodeStyleTests
{
    [Theory]
    [InlineData("function a() {\n  b();\n}\n", "  ")]
    [InlineData("function a() {\n    b();\n}\n", "    ")]
    [InlineData("function a() {\n\tb();\n\tif (c) {\n\t\td();\n\t}\n}\n", "\t")]
    [InlineData("/**\n * A comment.\n */\nfunction a() {\n   b();\n}\n", "   ")]
    [InlineData("a();\n", "  ")]
    [InlineData("function a() {\r\n    b();\r\n\r\n    if (c) {\r\n        d();\r\n    }\r\n}\r\n", "    ")]
    public void Indent_Code_IsItsMostFrequentStep(string code, string expected) =>
        Assert.Equal(expected, StyleOf(code).Indent);

    [Theory]
    [InlineData("a('b');\n", '\'')]
    [InlineData("a(\"b\");\n", '"')]
    [InlineData("a(\"it's\", 'b', 'c');\n", '\'')]
    [InlineData("a();\n", '\'')]
    public void Quote_Code_IsTheMoreFrequentOne(string code, char expected) =>
        Assert.Equal(expected, StyleOf(code).Quote);

    [Theory]
    [InlineData("a();\nb();\n", true)]
    [InlineData("a()\nconst b = 1\n", false)]
    [InlineData("a();\nb();\nc()\n", true)]
    [InlineData("for (let i = 0; i < 1; i++) a()\n", false)]
    public void Semicolons_Code_AreWhatMostStatementsHave(string code, bool expected) =>
        Assert.Equal(expected, StyleOf(code).Semicolons);

    [Theory]
    [InlineData("a.map(b => b); c.map(async d => d);\n", false)]
    [InlineData("a.map((b) => b); c.map(async (d) => d);\n", true)]
    [InlineData("a();\n", true)]
    public void ArrowParentheses_Code_AreWhatMostArrowsHave(string code, bool expected) =>
        Assert.Equal(expected, StyleOf(code).ArrowParentheses);

    [Theory]
    [InlineData("try { a(); } catch (e) { b(e); }\n", "e")]
    [InlineData("a().catch(err => b(err));\ntry { a(); } catch (err) { b(err); }\ntry { a(); } catch (e) { b(e); }\n", "err")]
    [InlineData("a();\n", "error")]
    public void ErrorName_Code_IsTheMostFrequentOne(string code, string expected) =>
        Assert.Equal(expected, StyleOf(code).ErrorName);

    [Theory]
    [InlineData("a();\r\nb();\r\n", "\r\n")]
    [InlineData("a();\nb();\n", "\n")]
    [InlineData("a();", "\n")]
    public void NewLine_Code_IsThatOfItsFirstLine(string code, string expected) =>
        Assert.Equal(expected, StyleOf(code).NewLine);

    [Theory]
    [InlineData("it's", "'it\\'s'")]
    [InlineData("a\\b", "'a\\\\b'")]
    public void Quoted_Text_IsEscaped(string text, string expected) =>
        Assert.Equal(expected, StyleOf("a();\n").Quoted(text));

    private static CodeStyle StyleOf(string code) => CodeStyle.Of(SourceFile.Parse(code));
}
