using System.Globalization;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Syntax;

namespace Ahoy.JavaScript.Tests.Syntax;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1_000", 1000)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("1.5E-3", 0.0015)]
    [InlineData("0xFf", 255)]
    [InlineData("0o17", 15)]
    [InlineData("0b101", 5)]
    [InlineData("017", 15)]
    [InlineData("089", 89)]
    [InlineData("09.5", 9.5)]
    [InlineData("9007199254740993", 9007199254740992)]
    [InlineData("0x20000000000001", 9007199254740992)]
    [InlineData("0x20000000000003", 9007199254740996)]
    [InlineData("0x1000000000000081", 1152921504606847232)]
    [InlineData("1e999", double.PositiveInfinity)]
    public void Value_OfANumber_IsTheNearestDouble(string source, double value) =>
        Assert.Equal(value, Assert.IsType<NumericLiteral>(ExpressionIn(source)).Value);

    [Theory]
    [InlineData("10n", "10")]
    [InlineData("1_0n", "10")]
    [InlineData("0xFFFFFFFFFFFFFFFFFn", "295147905179352825855")]
    [InlineData("0b11n", "3")]
    public void BigInt_OfAnyRadix_IsInDecimalDigits(string source, string digits) =>
        Assert.Equal(digits, Assert.IsType<BigIntLiteral>(ExpressionIn(source)).BigInt);

    [Theory]
    [InlineData(@"'a\n\t\\\'\x41\u0042\u{1F600}'", "a\n\t\\'AB\U0001F600")]
    [InlineData("'a\\\r\nb\\\nc'", "abc")]
    [InlineData(@"'\0\1\12\477'", "\0\u0001\n'7")]
    [InlineData(@"'\8'", "8")]
    public void Value_OfAString_HasItsEscapesResolved(string source, string value)
    {
        // A string alone would be a directive.
        var literal = Assert.IsType<StringLiteral>(ExpressionIn(source));

        Assert.Equal(value, literal.Value);
        Assert.Equal(source, literal.Raw);
    }

    [Fact]
    public void Cooked_OfABadEscape_IsNull()
    {
        var template = Assert.IsType<TaggedTemplateExpression>(ExpressionIn("a`\\u{b${1}\r\nc`")).Quasi;

        Assert.Null(template.Quasis[0].Cooked);
        Assert.Equal(@"\u{b", template.Quasis[0].Raw);
        Assert.Equal("\nc", template.Quasis[1].Cooked);
    }

    [Fact]
    public void RegExp_IsTakenApart()
    {
        var literal = Assert.IsType<RegExpLiteral>(ExpressionIn("/[/]a/giu"));

        Assert.Equal(("[/]a", "giu", "/[/]a/giu"), (literal.Pattern, literal.Flags, literal.Raw));
    }

    [Theory]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("1e21", "1e+21")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("1.5e300", "1.5e+300")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e400", "null")]
    public void ToEstreeJson_OfANumber_IsWrittenAsJavaScriptDoes(string source, string written) =>
        Assert.Contains($"\"value\":{written},", ExpressionIn(source).ToEstreeJson());

    [Fact]
    public void Value_InAnyCulture_IsTheSame()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Contains("\"value\":1.5,", ExpressionIn("1.5").ToEstreeJson());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static Expression ExpressionIn(string source)
    {
        var result = JavaScriptParser.Parse($"({source})");
        Assert.Empty(result.Errors);
        return Assert.IsType<ExpressionStatement>(Assert.Single(result.Root.Body)).Expression;
    }
}
