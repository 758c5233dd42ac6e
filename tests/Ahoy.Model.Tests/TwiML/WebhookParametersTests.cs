namespace Ahoy.Model.Tests.TwiML;

public class WebhookParametersTests
{
    [Theory]
    [InlineData("body", "Body")]
    [InlineData("callSid", "CallSid")]
    [InlineData("CALLSID", "CallSid")]
    [InlineData("mediaUrl0", "MediaUrl0")]
    [InlineData("mediacontenttype12", "MediaContentType12")]
    [InlineData("Body", null)]
    [InlineData("MediaUrl0", null)]
    [InlineData("mediaUrl", null)]
    [InlineData("name", null)]
    [InlineData("", null)]
    public void RightNameOf_Name_TellsWhatTwilioSends(string name, string? expected) => Assert.Equal(expected, WebhookParameters.RightNameOf(name));
}
