using Ahoy.Deploy.Projects;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Deploy.Tests.Projects;

public sealed class DeployInfoFileTests
{
    private const string Account = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Service = "ZS00000000000000000000000000000000";
    private const string Build = "ZB00000000000000000000000000000000";

    [Fact]
    public void Write_GivesTheToolkitsFile_AndKeepsOtherAccounts()
    {
        using var folder = new TempFolder();
        folder.Write(DeployInfoFile.Name, """{"ACother:us1":{"serviceSid":"ZS1","latestBuild":"ZB1"}}""");
        var file = new DeployInfoFile(folder.Path);

        file.Write(Account, region: null, Service, Build);

        Assert.Equal(
            $"{{\n\t\"ACother:us1\": {{\n\t\t\"serviceSid\": \"ZS1\",\n\t\t\"latestBuild\": \"ZB1\"\n\t}},\n\t\"{Account}:us1\": {{\n\t\t\"serviceSid\": \"{Service}\",\n\t\t\"latestBuild\": \"{Build}\"\n\t}}\n}}",
            File.ReadAllText(folder.Combine(DeployInfoFile.Name)).ReplaceLineEndings("\n"));
        Assert.Equal(Service, file.FindServiceSid(Account, "us1"));
        Assert.Null(file.FindServiceSid(Account, "ie1"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:us1":{"serviceSid":"nonsense"}}""")]
    public void File_ThatIsDamaged_SaysNothing(string content)
    {
        using var folder = new TempFolder();
        folder.Write(DeployInfoFile.Name, content);

        Assert.Null(new DeployInfoFile(folder.Path).FindServiceSid(Account, null));
    }

    [Fact]
    public void Variables_OfTheAccount_AreNotDeployed()
    {
        var env = EnvFile.Parse("ACCOUNT_SID=AC1\nAUTH_TOKEN=t\nA=1\nFROM_MACHINE=\nEMPTY=\n");

        Assert.Equal(
            ["A=1", "FROM_MACHINE=m"],
            DeployVariables.Of(env, name => name == "FROM_MACHINE" ? "m" : null).Select(v => $"{v.Key}={v.Value}"));
    }
}
