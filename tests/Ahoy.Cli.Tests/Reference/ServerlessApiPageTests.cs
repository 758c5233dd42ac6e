using System.Text;
using Ahoy.Host.ControlPlane;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;
using Ahoy.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Ahoy.Cli.Tests.Reference;

/// <summary>docs/reference/serverless-api.md, made from the routes that the host's control plane maps.</summary>
public sealed class ServerlessApiPageTests
{
    [Fact]
    public async Task Page_OfTheServerlessApi_IsWhatTheHostMaps()
    {
        using var folder = new TempFolder();
        using var data = DataFolder.Open(folder.Combine("data"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddControlPlane(new ControlPlaneOptions { Data = data, Account = new Account($"AC{new string('0', 32)}", "secret") });
        await using var app = builder.Build();
        app.MapControlPlane();
        var routes = ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(route => (Path: route.RoutePattern.RawText!, Methods: route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods))
            .GroupBy(route => route.Path, route => route.Methods)
            .OrderBy(route => route.Key, StringComparer.Ordinal);

        var text = new StringBuilder("What `ahoy serve` answers as Twilio's Serverless API v1 does.\n\n| path | methods |\n|---|---|\n");
        foreach (var route in routes)
        {
            text.Append($"| `{route.Key}` | {string.Join(", ", route.SelectMany(methods => methods).Distinct().Order(StringComparer.Ordinal))} |\n");
        }

        Assert.Contains("| `/v1/Services` | GET, POST |", text.ToString(), StringComparison.Ordinal);
        ReferencePage.Check("serverless-api.md", "Ahoy.Cli.Tests", "Serverless API", text.ToString());
    }
}
