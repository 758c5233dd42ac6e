using Ahoy.Analysis.TwiML.Addresses;
using Ahoy.Analysis.TwiML.Reading;

namespace Ahoy.Analysis.Tests.TwiML;

public class AddressTests
{
    private const string Domain = "\uFFFC";

    [Theory]
    [InlineData("/choice", "/choice")]
    [InlineData(" /choice?a=1#b ", "/choice")]
    [InlineData("next", "/voice/next")]
    [InlineData("./next", "/voice/next")]
    [InlineData("../next", "/next")]
    [InlineData("../../../next", "/next")]
    [InlineData("", "/voice/start")]
    [InlineData("?again=1", "/voice/start")]
    [InlineData("/on%20hold", "/on hold")]
    [InlineData("https://" + Domain + "/a/b", "/a/b")]
    [InlineData("http://" + Domain, "/")]
    [InlineData("https://" + Domain + "?a=1", "/")]
    [InlineData("https://" + Domain + "/a?to=" + Domain, "/a")]
    public void Resolve_AddressOfTheService_GivesThePath(string text, string path) =>
        Assert.Equal(path, Address.Read(text, static _ => true)?.ResolveFrom("/voice/start"));

    [Theory]
    [InlineData("https://example.com/a")]
    [InlineData("//example.com/a")]
    [InlineData("mailto:a@example.com")]
    [InlineData("sip:a@example.com")]
    [InlineData("wss://" + Domain + "/a")]
    [InlineData(Domain)]
    [InlineData("/a" + Domain)]
    [InlineData("https://" + Domain + Domain)]
    [InlineData("https://" + Domain + ".example.com/a")]
    [InlineData("https://a." + Domain + "/a")]
    public void Read_OtherAddress_IsNotFollowed(string text) => Assert.Null(Address.Read(text, static _ => true));

    [Fact]
    public void Read_OtherDomain_IsNotFollowed() => Assert.Null(Address.Read("https://" + Domain + "/a", static _ => false));

    [Fact]
    public void Resolve_RelativeWithoutDocument_IsNotKnown() => Assert.Null(Address.Read("next", static _ => true)!.ResolveFrom(null));

    [Theory]
    [InlineData("<Response/>", true)]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- a > b -->\n<Response>", true)]
    [InlineData("<Responses/>", false)]
    [InlineData("text <Response/>", false)]
    [InlineData("<Response", false)]
    [InlineData("<?xml", false)]
    [InlineData("", false)]
    public void IsTwiML_Text_AsksForTheRoot(string text, bool expected) => Assert.Equal(expected, MarkupReader.IsTwiML(text));
}
