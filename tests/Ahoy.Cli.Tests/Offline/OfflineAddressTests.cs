using Ahoy.Cli.Offline;
using Ahoy.Cli.Output;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Offline;

public sealed class OfflineAddressTests
{
    [Fact]
    public void Find_AddressThatIsGiven_CountsBeforeTheHostOfTheFolder()
    {
        using var folder = FolderOfHost(Environment.ProcessId, "http://127.0.0.1:4999");

        Assert.Equal("http://127.0.0.1:4321/", OfflineAddress.Find("http://127.0.0.1:4321/", folder.Path).AbsoluteUri);
        Assert.Equal("http://127.0.0.1:4999/", OfflineAddress.Find(null, folder.Path).AbsoluteUri);
    }

    [Fact]
    public void Find_FileOfAHostThatIsGone_CountsForNothing()
    {
        // No process has this number: Linux gives them up to 4,194,304.
        using var folder = FolderOfHost(int.MaxValue, "http://127.0.0.1:4999");

        Assert.Equal(OfflineAddress.Usual + "/", OfflineAddress.Find(null, folder.Path).AbsoluteUri);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"pid":"x"}""")]
    public void Find_FileThatIsNone_CountsForNothing(string content)
    {
        using var folder = new TempFolder();
        folder.Write("obj/ahoy/host.json", content);

        Assert.Equal(OfflineAddress.Usual + "/", OfflineAddress.Find(null, folder.Path).AbsoluteUri);
    }

    [Fact]
    public void Find_HostWithoutOffline_SaysHowToStartIt()
    {
        using var folder = FolderOfHost(Environment.ProcessId, null);

        var error = Assert.Throws<UserErrorException>(() => OfflineAddress.Find(null, folder.Path));

        Assert.Equal(2, error.ExitCode);
        Assert.Contains("runs without an offline Twilio", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4010")]
    [InlineData("ftp://127.0.0.1")]
    public void Find_GivenTextThatIsNoUrl_IsAnError(string given) =>
        Assert.Equal(1, Assert.Throws<UserErrorException>(() => OfflineAddress.Find(given, ".")).ExitCode);

    private static TempFolder FolderOfHost(int id, string? offline)
    {
        var folder = new TempFolder();
        var url = offline is null ? "null" : $"\"{offline}\"";
        folder.Write("obj/ahoy/host.json", $$"""{"url":"http://localhost:3000","offlineUrl":{{url}},"pid":{{id}}}""");
        return folder;
    }
}
