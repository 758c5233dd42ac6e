namespace Ahoy.Model.Tests.TwiML;

public class TwiMLSchemaTests
{
    [Theory]
    [InlineData("Response", "gather", "Gather")]
    [InlineData("Gather", "say", "Say")]
    [InlineData("Say", "sayAs", "say-as")]
    [InlineData("Dial", "whatsApp", "WhatsApp")]
    [InlineData("Gather", "redirect", null)]
    [InlineData("Nothing", "say", null)]
    public void MethodsOf_Element_TellWhatTheyAdd(string element, string method, string? expected) =>
        Assert.Equal(expected, TwiMLSchema.Voice.MethodsOf(element).GetValueOrDefault(method));

    [Theory]
    [InlineData("Gather", "input", "dtmf", true)]
    [InlineData("Gather", "input", "dtmf speech", true)]
    [InlineData("Gather", "input", "voice", false)]
    [InlineData("Gather", "numDigits", "4", true)]
    [InlineData("Gather", "numDigits", "four", false)]
    [InlineData("Gather", "timeout", "auto", true)]
    [InlineData("Gather", "actionOnEmptyResult", "TRUE", true)]
    [InlineData("Gather", "actionOnEmptyResult", "yes", false)]
    [InlineData("Gather", "method", "post", true)]
    [InlineData("Gather", "method", "PUT", false)]
    [InlineData("Reject", "reason", "busy", true)]
    [InlineData("Reject", "reason", "closed", false)]
    public void ValuesOf_Attribute_AllowsWhatTwilioTakes(string element, string attribute, string value, bool expected) =>
        Assert.Equal(expected, TwiMLSchema.Voice.ValuesOf(element, attribute)!.Allows(value));

    [Theory]
    [InlineData("Say", "voice")]
    [InlineData("Say", "language")]
    [InlineData("Gather", "hints")]
    [InlineData("Gather", "nothing")]
    [InlineData("Nothing", "method")]
    public void ValuesOf_AttributeThatTakesAnyText_AreNotTold(string element, string attribute) =>
        Assert.Null(TwiMLSchema.Voice.ValuesOf(element, attribute));

    [Fact]
    public void Methods_AllOfThem_AddWhatMayStandThere()
    {
        foreach (var schema in (TwiMLSchema[])[TwiMLSchema.Voice, TwiMLSchema.Message])
        {
            foreach (var element in schema.Elements)
            {
                Assert.Equal(schema.ChildrenOf(element).Order(), schema.MethodsOf(element).Values.Distinct().Order());
            }
        }
    }
}
