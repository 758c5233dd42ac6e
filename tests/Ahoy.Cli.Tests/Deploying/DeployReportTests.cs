using Ahoy.Cli.Deploying;
using Ahoy.Deploy;
using Ahoy.Model;

namespace Ahoy.Cli.Tests.Deploying;

public class DeployReportTests
{
    [Theory]
    [InlineData(ResourceGroups.ListAllOption)]
    [InlineData("-p:AhoyListAll=true")]
    public void Write_ManyResources_SaysHowTheyAreAllListed(string listAll)
    {
        using var output = new StringWriter();

        DeployReport.Write(Deployed(30), json: false, listsAll: false, output, listAll);

        Assert.Contains($"/sms/  30 Functions ({listAll} lists them)", output.ToString(), StringComparison.Ordinal);
    }

    private static DeployResult Deployed(int count) => new()
    {
        ServiceSid = "ZS1",
        ServiceName = "shop",
        EnvironmentSid = "ZE1",
        EnvironmentSuffix = "dev",
        DomainName = "shop-1234-dev.example.com",
        BuildSid = "ZB1",
        PreviousBuildSid = null,
        Runtime = "node22",
        Uploaded = count,
        Unchanged = 0,
        Elapsed = TimeSpan.FromSeconds(1),
        Endpoints =
        [
            .. Enumerable.Range(0, count).Select(i => new DeployedEndpoint(
                ResourceKind.Function, Visibility.Public, $"/sms/f{i}", new Uri($"https://shop-1234-dev.example.com/sms/f{i}"))),
        ],
    };
}
