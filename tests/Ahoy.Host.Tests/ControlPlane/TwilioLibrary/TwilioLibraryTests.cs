using System.Text;
using Ahoy.Host.Logs;
using Ahoy.Host.Storage;
using Ahoy.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Serverless.V1;
using Twilio.Rest.Serverless.V1.Service;
using Twilio.Rest.Serverless.V1.Service.Asset;
using Twilio.Rest.Serverless.V1.Service.Build;
using Twilio.Rest.Serverless.V1.Service.Environment;
using Twilio.Rest.Serverless.V1.Service.Function;
using Twilio.Rest.Serverless.V1.Service.Function.FunctionVersion;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;
using Sid = Ahoy.Api.Sid;

namespace Ahoy.Host.Tests.ControlPlane.TwilioLibrary;

/// <summary>Twilio's library for C# against the control plane: it reads every field into its own types, and pages by the URLs that it is given.</summary>
public sealed class TwilioLibraryTests
{
    private static readonly DateTime s_logged = new(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc);

    [Fact]
    public async Task Service_FromCreationToDeletion_IsThePlatforms()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var client = ClientOf(plane);

        var service = await ServiceResource.CreateAsync("oracle", "Oracle", includeCredentials: true, client: client);
        var byName = await ServiceResource.FetchAsync("oracle", client);
        var renamed = await ServiceResource.UpdateAsync(service.Sid, friendlyName: "Delphi", uiEditable: true, client: client);
        var listed = (await ServiceResource.ReadAsync(client: client)).Select(s => s.UniqueName).ToList();

        Assert.StartsWith("ZS", service.Sid);
        Assert.Equal(Account.Sid, service.AccountSid);
        Assert.Matches(@"^oracle-\d{4}$", service.DomainBase);
        Assert.True(service.IncludeCredentials);
        Assert.NotNull(service.DateCreated);
        Assert.Contains("environments", service.Links.Keys);
        Assert.Equal(service.Sid, byName.Sid);
        Assert.Equal(("Delphi", true), (renamed.FriendlyName, renamed.UiEditable));
        Assert.Equal(["oracle"], listed);
        Assert.True(await ServiceResource.DeleteAsync(service.Sid, client));
        Assert.Empty(await ServiceResource.ReadAsync(client: client));
    }

    [Fact]
    public async Task BuildAndDeployment_OfUploadedVersions_AreSeenByTheLibrary()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var client = ClientOf(plane);
        var service = (await ServiceResource.CreateAsync("shop", "Shop", client: client)).Sid;

        var function = await FunctionResource.CreateAsync(service, "/hello", client);
        var asset = await AssetResource.CreateAsync(service, "/style.css", client);
        var functionVersion = await UploadAsync(plane, $"Services/{service}/Functions/{function.Sid}/Versions", "/hello", "exports.handler = (c, e, cb) => cb();");
        var assetVersion = await UploadAsync(plane, $"Services/{service}/Assets/{asset.Sid}/Versions", "/style.css", "body {}");
        var fetched = await FunctionVersionResource.FetchAsync(service, function.Sid, functionVersion, client);
        var content = await FunctionVersionContentResource.FetchAsync(service, function.Sid, functionVersion, client);
        var style = await AssetVersionResource.FetchAsync(service, asset.Sid, assetVersion, client);

        var build = await BuildResource.CreateAsync(
            service, [assetVersion], [functionVersion], """[{"name":"lodash","version":"4.17.21"}]""", "node22", client);
        await plane.WaitForBuildAsync(service, build.Sid);
        var status = await BuildStatusResource.FetchAsync(service, build.Sid, client);
        var built = await BuildResource.FetchAsync(service, build.Sid, client);

        var environment = await EnvironmentResource.CreateAsync(service, "dev-environment", "dev", client);
        var deployment = await DeploymentResource.CreateAsync(service, environment.Sid, build.Sid, client: client);
        var live = await EnvironmentResource.FetchAsync(service, environment.Sid, client);
        var deployments = (await DeploymentResource.ReadAsync(service, environment.Sid, client: client)).Select(d => d.Sid).ToList();

        Assert.Equal(("/hello", FunctionVersionResource.VisibilityEnum.Public), (fetched.Path, fetched.Visibility));
        Assert.Equal("exports.handler = (c, e, cb) => cb();", content.Content);
        Assert.Equal("/style.css", style.Path);
        Assert.Equal(BuildStatusResource.StatusEnum.Completed, status.Status);
        Assert.Equal(BuildResource.StatusEnum.Completed, built.Status);
        Assert.Equal(BuildResource.RuntimeEnum.Node22, built.Runtime);
        Assert.Contains("lodash", built.Dependencies[0].ToString());
        Assert.Single(built.FunctionVersions);
        Assert.Single(built.AssetVersions);
        Assert.Null(environment.BuildSid);
        Assert.Equal(build.Sid, live.BuildSid);
        Assert.Equal(build.Sid, deployment.BuildSid);
        Assert.Equal([deployment.Sid], deployments);
        Assert.NotNull(plane.Served.Find(live.DomainName));
    }

    [Fact]
    public async Task Variables_MoreThanAPage_AreReadToTheEnd()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var client = ClientOf(plane);
        var service = (await ServiceResource.CreateAsync("shop", "Shop", client: client)).Sid;
        var environment = (await EnvironmentResource.CreateAsync(service, "production", client: client)).Sid;
        for (var i = 0; i < 7; i++)
        {
            await VariableResource.CreateAsync(service, environment, $"K{i}", $"{i}", client);
        }

        var all = (await VariableResource.ReadAsync(service, environment, pageSize: 3, client: client)).ToList();
        var some = (await VariableResource.ReadAsync(service, environment, pageSize: 2, limit: 5, client: client)).ToList();
        var changed = await VariableResource.UpdateAsync(service, environment, all[0].Sid, value: "aye", client: client);

        Assert.Equal(["K0", "K1", "K2", "K3", "K4", "K5", "K6"], all.Select(variable => variable.Key).Order());
        // The library rounds the limit up to whole pages.
        Assert.Equal(all.Take(6).Select(variable => variable.Sid), some.Select(variable => variable.Sid));
        Assert.Equal("aye", changed.Value);
        Assert.True(await VariableResource.DeleteAsync(service, environment, all[0].Sid, client));
        var gone = await Assert.ThrowsAsync<ApiException>(() => VariableResource.FetchAsync(service, environment, all[0].Sid, client));
        Assert.Equal((404, 20404), (gone.Status, gone.Code));
    }

    [Fact]
    public async Task Logs_OfAnEnvironment_AreFilteredByFunctionAndTime()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var client = ClientOf(plane);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var other = (await FunctionResource.CreateAsync(built.Service, "/other", client)).Sid;
        plane.Services.GetRequiredService<LogDatabase>().Add(
            [Row(built, built.Function, "first", s_logged), Row(built, other, "second", s_logged.AddHours(1)), Row(built, built.Function, "third", s_logged.AddHours(2))]);

        var all = await ReadAsync(null, null);
        var ofFunction = await ReadAsync(built.Function, null);
        var later = await ReadAsync(null, s_logged.AddMinutes(30));
        var one = await LogResource.FetchAsync(built.Service, built.Environment, all[0].Sid, client);

        Assert.Equal(["first", "second", "third"], all.Select(log => log.Message).Order(StringComparer.Ordinal));
        Assert.Equal(["first", "third"], ofFunction.Select(log => log.Message).Order(StringComparer.Ordinal));
        Assert.Equal(["second", "third"], later.Select(log => log.Message).Order(StringComparer.Ordinal));
        Assert.Equal((all[0].Message, "WARNING"), (one.Message, one.Level.ToString()));

        async Task<List<LogResource>> ReadAsync(string? functionSid, DateTime? start) =>
            [.. await LogResource.ReadAsync(
                built.Service, built.Environment, functionSid: functionSid, startDate: start ?? s_logged.AddDays(-1), endDate: s_logged.AddDays(1), pageSize: 2, client: client)];
    }

    [Fact]
    public async Task Errors_OfEachKind_AreTheLibrarysExceptions()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var client = ClientOf(plane);
        await ServiceResource.CreateAsync("shop", "Shop", client: client);

        var taken = await Assert.ThrowsAsync<ApiException>(() => ServiceResource.CreateAsync("shop", "Shop", client: client));
        var badName = await Assert.ThrowsAsync<ApiException>(() => ServiceResource.CreateAsync("not a name", "Shop", client: client));
        var credentials = await Assert.ThrowsAsync<ApiException>(() => ServiceResource.FetchAsync("shop", ClientOf(plane, "wrong")));

        Assert.Equal((409, 20409), (taken.Status, taken.Code));
        Assert.Equal((400, 20001), (badName.Status, badName.Code));
        Assert.Equal((401, 20003), (credentials.Status, credentials.Code));
        Assert.EndsWith("/20409", taken.MoreInfo);
    }

    private static TwilioRestClient ClientOf(RunningControlPlane plane, string? authToken = null) =>
        new(Account.Sid, authToken ?? Account.AuthToken, httpClient: new SystemNetHttpClient(new System.Net.Http.HttpClient(new RedirectingHandler(plane.Address))));

    /// <summary>The library has no uploads: the documentation tells to post the form by hand.</summary>
    private static async Task<string> UploadAsync(RunningControlPlane plane, string collection, string path, string content) =>
        Text(await plane.UploadAsync(collection, path, "public", Encoding.UTF8.GetBytes(content), "text/plain"), "sid");

    private static LogRow Row(BuiltService built, string function, string message, DateTime time) => new(
        0, Sid.New(Sid.Log), built.Service, built.Environment, built.Build, null, function, Sid.New(Sid.Request), OutputLevel.Warn, message, time);
}
