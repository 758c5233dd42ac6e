using Ahoy.Deploy.Ledger;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Deploy.Tests.Ledger;

public sealed class DeployLedgerTests
{
    private static readonly Uri s_api = new("http://127.0.0.1:3001/v1/");
    private static readonly Resource s_resource = new(
        ResourceKind.Function, "/hello", Visibility.Public, "functions/hello.js", 1, ContentTypes.JavaScript, new string('a', 64));

    [Fact]
    public void Entry_IsFoundAgain_ForTheSameContentAndResourceOnly()
    {
        using var folder = new TempFolder();
        DeployLedger.Open(folder.Path, s_api, "ZS1").Add(Entry("ZH1", "ZN1"));

        var again = DeployLedger.Open(folder.Path, s_api, "ZS1");

        Assert.Equal("ZN1", again.Find(s_resource, "ZH1")?.VersionSid);
        Assert.Null(again.Find(s_resource, "ZH2"));
        Assert.Null(DeployLedger.Open(folder.Path, s_api, "ZS2").Find(s_resource, "ZH1"));
    }

    [Fact]
    public void Line_ThatACrashCutShort_IsPassedOver()
    {
        using var folder = new TempFolder();
        DeployLedger.Open(folder.Path, s_api, "ZS1").Add(Entry("ZH1", "ZN1"));
        var file = Directory.GetFiles(folder.Path).Single();
        File.AppendAllText(file, "\n{\"kind\":\"Fun");

        var ledger = DeployLedger.Open(folder.Path, s_api, "ZS1");
        ledger.Add(Entry("ZH2", "ZN2"));

        var again = DeployLedger.Open(folder.Path, s_api, "ZS1");
        Assert.Equal("ZN1", again.Find(s_resource, "ZH1")?.VersionSid);
        Assert.Equal("ZN2", again.Find(s_resource, "ZH2")?.VersionSid);
    }

    private static LedgerEntry Entry(string resource, string version) => new(
        s_resource.Kind, s_resource.Path, s_resource.Visibility, s_resource.ContentType, s_resource.Sha256, resource, version);
}
