namespace Ahoy.Model.Tests.Names;

public sealed class ClosestNameTests
{
    [Theory]
    [InlineData("protected", "protected", 0)]
    [InlineData("PROTECTED", "protected", 0)]
    [InlineData("protcted", "protected", 1)]
    [InlineData("protectedd", "protected", 1)]
    [InlineData("pritave", "private", 2)]
    [InlineData("proetcted", "protected", 1)]
    [InlineData("", "abc", 3)]
    public void Distance_OfTwoNames_CountsMistakes(string one, string other, int expected)
    {
        Assert.Equal(expected, ClosestName.Distance(one, other));
        Assert.Equal(expected, ClosestName.Distance(other, one));
    }

    [Theory]
    [InlineData("TWILIO_NUBMER", "TWILIO_NUMBER")]
    [InlineData("twilio_number", "TWILIO_NUMBER")]
    [InlineData("KEY", "KEY2")]
    [InlineData("SOMETHING_ELSE", null)]
    public void Find_Name_IsTheOneThatMayBeMeant(string name, string? expected) =>
        Assert.Equal(expected, ClosestName.Find(name, ["TWILIO_NUMBER", "KEY2", "MESSAGE"]));
}
