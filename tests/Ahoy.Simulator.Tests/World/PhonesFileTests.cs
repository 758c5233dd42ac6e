using Ahoy.Simulator.World;

namespace Ahoy.Simulator.Tests.World;

public sealed class PhonesFileTests
{
    [Fact]
    public void File_ThatIsRight_GivesItsNumbers()
    {
        var (phones, problems) = Read("""
            {
              // the reception
              "+15005550006": { "sms": "/sms", "voice": "/incoming", "status": "/status", "smsFallback": "/sorry", "voiceFallback": "https://example.com/x" },
              "+15005550010": {},
            }
            """);

        Assert.Empty(problems);
        Assert.Equal(
            [
                new ConfiguredPhone("+15005550006")
                {
                    Sms = "http://local/sms", Voice = "http://local/incoming", Status = "http://local/status", SmsFallback = "http://local/sorry", VoiceFallback = "https://example.com/x",
                },
                new ConfiguredPhone("+15005550010"),
            ],
            phones);
    }

    [Theory]
    [InlineData("", 1, "no JSON")]
    [InlineData("[]", 1, "an object whose properties are your numbers")]
    [InlineData("{\n  \"+15005550006\": {\n    \"sms\": \"/sms\"\n", 4, "no JSON")]
    [InlineData("{\n\"555-0006\": {}\n}", 2, "555-0006 is no number")]
    [InlineData("{\n\"+15005550006\": {},\n\"+15005550006\": {} }", 3, "twice")]
    [InlineData("{\n\"+15005550006\": \"/sms\"\n}", 2, "is given by an object")]
    [InlineData("{\"+15005550006\": {\n\n\"text\": \"/sms\"} }", 3, "has no 'text'")]
    [InlineData("{\"+15005550006\": {\n\"sms\": 1} }", 2, "is a Function's path or a URL")]
    [InlineData("{\"+15005550006\": {\n\"voice\": \"/missing\"} }", 2, "no Function has the path /missing")]
    [InlineData("{} x", 1, "no JSON")]
    [InlineData("{\n\"+15005550006\": {\"sms\": \"\\ud800\"} }", 2, "no Unicode")]
    public void File_ThatIsWrong_SaysWhere(string text, int line, string message)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public void File_WithSeveralErrors_TellsAll() => Assert.Equal([1, 2, 3], Read("{ \"1\": {},\n\"+15005550006\": { \"x\": 1,\n \"sms\": \"/missing\" } }").Problems.Select(p => p.Line).Order());

    private static (IReadOnlyList<ConfiguredPhone> Phones, IReadOnlyList<PhonesProblem> Problems) Read(string text) =>
        PhonesFile.Read(text, path => path == "/missing" ? null : "http://local" + path);
}
