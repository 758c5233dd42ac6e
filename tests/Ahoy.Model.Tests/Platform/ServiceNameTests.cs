namespace Ahoy.Model.Tests.Platform;

public class ServiceNameTests
{
    [Theory]
    [InlineData("sms-counter")]
    [InlineData("A1")]
    public void Validate_LettersDigitsDashes_IsValid(string name) => Assert.Null(ServiceName.Validate(name));

    [Theory]
    [InlineData("", "no name")]
    [InlineData("my_service", "'_'")]
    [InlineData("naïve", "'ï'")]
    public void Validate_OtherNames_SaysWhy(string name, string reason) => Assert.Contains(reason, ServiceName.Validate(name));

    [Fact]
    public void Validate_Length_AllowsFewerThanFifty()
    {
        Assert.Null(ServiceName.Validate(new string('a', 49)));
        Assert.Contains("50 characters", ServiceName.Validate(new string('a', 50)));
    }

    [Theory]
    [InlineData("@acme/my_service", "my-service")]
    [InlineData("hello.world", "hello-world")]
    [InlineData("_x_", "x")]
    public void FromPackageName_OtherCharacters_BecomeDashes(string package, string name) =>
        Assert.Equal(name, ServiceName.FromPackageName(package));
}
