using System.Text;
using Ahoy.Simulator.TwiML;
using CsCheck;

namespace Ahoy.Simulator.Tests.TwiML;

public sealed class TwiMLReaderTests
{
    [Theory]
    [InlineData("<Response/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>")]
    [InlineData("\n  <?xml version=\"1.0\"?>\n<Response><!-- a comment --><Say>x</Say></Response>\n")]
    [InlineData("<Response xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='x'/>")]
    public void Document_ThatIsRight_IsRead(string text)
    {
        Assert.NotNull(TwiMLReader.Read(Encoding.UTF8.GetBytes(text), out var error));
        Assert.Null(error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("<Response>")]
    [InlineData("<Response></response>")]
    [InlineData("<Response/><Response/>")]
    [InlineData("<Response a='1' a='2'/>")]
    [InlineData("<response/>")]
    [InlineData("<Response>&nbsp;</Response>")]
    [InlineData("<!DOCTYPE Response><Response/>")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Response>&x;</Response>")]
    [InlineData("<?xml version='1.0' encoding='no-such'?><Response/>")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><Response/>")]
    public void Document_ThatIsWrong_HasAnError(string text)
    {
        Assert.Null(TwiMLReader.Read(Encoding.UTF8.GetBytes(text), out var error));
        Assert.False(string.IsNullOrEmpty(error));
    }

    [Fact]
    public void Document_WithADocumentType_IsToldSo_AndNothingOfTheReadersSettings()
    {
        Assert.Null(TwiMLReader.Read("<!DOCTYPE Response><Response/>", out var error));
        Assert.Equal("A document type (<!DOCTYPE …>) is not allowed.", error);
    }

    [Fact]
    public void Document_TooDeep_HasAnError()
    {
        Assert.Null(TwiMLReader.Read($"<Response>{string.Concat(Enumerable.Repeat("<Say>", 60))}{string.Concat(Enumerable.Repeat("</Say>", 60))}</Response>", out var error));
        Assert.Contains("deep", error);
    }

    [Theory]
    [InlineData("<Response><Say>a<b>c</b>d</Say></Response>", "acd", "ad")]
    [InlineData("<Response><Say><![CDATA[<x> & y]]></Say></Response>", "<x> & y", "<x> & y")]
    [InlineData("<Response><Say>&lt;&#65;&amp;</Say></Response>", "<A&", "<A&")]
    public void Text_IsInTheDocumentsOrder(string text, string all, string own)
    {
        var say = TwiMLReader.Read(text, out _)!.Children[0];

        Assert.Equal((all, own), (say.Text, say.OwnText.ToString()));
    }

    [Fact]
    public void AnyBytes_GiveADocumentOrAnError() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        var document = TwiMLReader.Read(bytes, out var error);
        Assert.NotEqual(document is null, error is null);
    });

    [Fact]
    public void AnyMutation_GivesADocumentOrAnError()
    {
        const string Text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Gather action=\"/a?b=1&amp;c=2\"><Say>Grüße <![CDATA[x]]>&#x41;</Say></Gather><!-- c --></Response>";
        var pieces = Gen.OneOf("<", ">", "&", ";", "\"", "'", "<!DOCTYPE x>", "<![CDATA[", "]]>", "<?", "?>", "\0", "\uFFFE", "xmlns:a=''", "&#0;", "&#x110000;", "encoding=\"utf-32\"");
        Gen.Select(Gen.Int[0, Text.Length - 1], Gen.Int[0, 10], pieces).Array[1, 5].Sample(edits =>
        {
            var text = edits.Aggregate(Text, (t, e) => e.Item1 >= t.Length ? t : t.Remove(e.Item1, Math.Min(e.Item2, t.Length - e.Item1)).Insert(e.Item1, e.Item3));
            var document = TwiMLReader.Read(Encoding.UTF8.GetBytes(text), out var error);
            Assert.NotEqual(document is null, error is null);
        });
    }
}
