using System.Text;
using Ahoy.TestSupport;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Serverless.V1;
using Twilio.Rest.Serverless.V1.Service;
using Twilio.Rest.Serverless.V1.Service.Asset;
using Twilio.Rest.Serverless.V1.Service.Environment;
using Twilio.Rest.Serverless.V1.Service.Function;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane.TwilioLibrary;

/// <summary>What <see cref="TwilioLibraryTests"/> leaves out of Twilio's library for C#: each operation of the Serverless API is called by one of the two.</summary>
public sealed class TwilioLibrarySurfaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Function_RenamedListedAndDeleted_IsGone()
    {
        await using var plane = await StartAsync(_folder.Path);
        var client = ClientOf(plane);
        var service = (await ServiceResource.CreateAsync("shop", "Shop", client: client)).Sid;
        var made = await FunctionResource.CreateAsync(service, "/one", client);
        await FunctionResource.CreateAsync(service, "/two", client);

        var renamed = await FunctionResource.UpdateAsync(service, made.Sid, "/three", client);
        var fetched = await FunctionResource.FetchAsync(service, made.Sid, client);
        var listed = (await FunctionResource.ReadAsync(service, pageSize: 1, client: client)).Select(f => f.FriendlyName).Order().ToList();

        Assert.Equal(("/three", "/three"), (renamed.FriendlyName, fetched.FriendlyName));
        Assert.Equal(["/three", "/two"], listed);
        Assert.Contains("function_versions", fetched.Links.Keys);
        Assert.True(await FunctionResource.DeleteAsync(service, made.Sid, client));
        await AssertGoneAsync(() => FunctionResource.FetchAsync(service, made.Sid, client));
        await AssertGoneAsync(() => FunctionResource.UpdateAsync(service, made.Sid, "/x", client));
        await AssertGoneAsync(() => FunctionResource.DeleteAsync(service, made.Sid, client));
        await AssertInvalidAsync(() => FunctionResource.CreateAsync(service, "", client));
    }

    [Fact]
    public async Task Asset_RenamedListedAndDeleted_IsGone()
    {
        await using var plane = await StartAsync(_folder.Path);
        var client = ClientOf(plane);
        var service = (await ServiceResource.CreateAsync("shop", "Shop", client: client)).Sid;
        var made = await AssetResource.CreateAsync(service, "/one.css", client);

        var renamed = await AssetResource.UpdateAsync(service, made.Sid, "/two.css", client);
        var fetched = await AssetResource.FetchAsync(service, made.Sid, client);

        Assert.Equal(("/two.css", "/two.css"), (renamed.FriendlyName, fetched.FriendlyName));
        Assert.Equal([made.Sid], (await AssetResource.ReadAsync(service, client: client)).Select(a => a.Sid).ToList());
        Assert.Contains("asset_versions", fetched.Links.Keys);
        Assert.True(await AssetResource.DeleteAsync(service, made.Sid, client));
        await AssertGoneAsync(() => AssetResource.FetchAsync(service, made.Sid, client));
        var other = (await AssetResource.CreateAsync(service, "/x", client)).Sid;
        await AssertInvalidAsync(() => AssetResource.UpdateAsync(service, other, "", client));
    }

    [Fact]
    public async Task Versions_MoreThanAPage_AreReadToTheEnd()
    {
        await using var plane = await StartAsync(_folder.Path);
        var client = ClientOf(plane);
        var service = (await ServiceResource.CreateAsync("shop", "Shop", client: client)).Sid;
        var function = (await FunctionResource.CreateAsync(service, "/f", client)).Sid;
        var asset = (await AssetResource.CreateAsync(service, "/a", client)).Sid;
        List<string> functionVersions = [], assetVersions = [];
        for (var i = 0; i < 5; i++)
        {
            functionVersions.Add(Text(await plane.UploadAsync($"Services/{service}/Functions/{function}/Versions", "/f", "protected", Encoding.UTF8.GetBytes($"// {i}"), "application/javascript"), "sid"));
            assetVersions.Add(Text(await plane.UploadAsync($"Services/{service}/Assets/{asset}/Versions", "/a", "private", Encoding.UTF8.GetBytes($"{i}"), "text/plain"), "sid"));
        }

        var ofFunction = (await FunctionVersionResource.ReadAsync(service, function, pageSize: 2, client: client)).ToList();
        var ofAsset = (await AssetVersionResource.ReadAsync(service, asset, pageSize: 2, client: client)).ToList();

        Assert.Equal(functionVersions.Order(), ofFunction.Select(v => v.Sid).Order());
        Assert.Equal(assetVersions.Order(), ofAsset.Select(v => v.Sid).Order());
        Assert.All(ofFunction, v => Assert.Equal((function, FunctionVersionResource.VisibilityEnum.Protected), (v.FunctionSid, v.Visibility)));
        Assert.All(ofAsset, v => Assert.Equal((asset, AssetVersionResource.VisibilityEnum.Private), (v.AssetSid, v.Visibility)));
        await AssertGoneAsync(() => FunctionVersionResource.FetchAsync(service, function, "ZN" + new string('f', 32), client));
        await AssertGoneAsync(() => AssetVersionResource.FetchAsync(service, asset, functionVersions[0], client));
    }

    [Fact]
    public async Task BuildEnvironmentAndDeployment_ToTheirEnd_AreThePlatforms()
    {
        await using var plane = await StartAsync(_folder.Path);
        var client = ClientOf(plane);
        var built = await plane.CreateBuiltServiceAsync("shop");
        var other = (await EnvironmentResource.CreateAsync(built.Service, "production", client: client)).Sid;
        var deployment = await DeploymentResource.CreateAsync(built.Service, other, built.Build, client: client);

        var fetched = await DeploymentResource.FetchAsync(built.Service, other, deployment.Sid, client);
        var again = await Assert.ThrowsAsync<ApiException>(() => DeploymentResource.CreateAsync(built.Service, other, built.Build, client: client));
        var inUse = await Assert.ThrowsAsync<ApiException>(() => BuildResource.DeleteAsync(built.Service, built.Build, client));
        var suffix = await Assert.ThrowsAsync<ApiException>(() => EnvironmentResource.CreateAsync(built.Service, "other", "dev", client));

        Assert.Equal((built.Build, other), (fetched.BuildSid, fetched.EnvironmentSid));
        Assert.All([again, inUse, suffix], e => Assert.Equal((409, 20409), (e.Status, e.Code)));
        Assert.Equal(2, (await EnvironmentResource.ReadAsync(built.Service, pageSize: 1, client: client)).Count());
        Assert.Equal([built.Build], (await BuildResource.ReadAsync(built.Service, client: client)).Select(b => b.Sid).ToList());
        await AssertInvalidAsync(() => DeploymentResource.CreateAsync(built.Service, other, "ZB" + new string('f', 32), client: client));
        await AssertGoneAsync(() => DeploymentResource.FetchAsync(built.Service, built.Environment, deployment.Sid, client));

        Assert.True(await EnvironmentResource.DeleteAsync(built.Service, other, client));
        await AssertGoneAsync(() => EnvironmentResource.FetchAsync(built.Service, other, client));
        Assert.True(await BuildResource.DeleteAsync(built.Service, built.Build, client));
        await AssertGoneAsync(() => BuildStatusOf(built, client));
    }

    private static Task BuildStatusOf(BuiltService built, TwilioRestClient client) =>
        Twilio.Rest.Serverless.V1.Service.Build.BuildStatusResource.FetchAsync(built.Service, built.Build, client);

    private static async Task AssertGoneAsync(Func<Task> call)
    {
        var e = await Assert.ThrowsAsync<ApiException>(call);
        Assert.Equal((404, 20404), (e.Status, e.Code));
    }

    private static async Task AssertInvalidAsync(Func<Task> call)
    {
        var e = await Assert.ThrowsAsync<ApiException>(call);
        Assert.Equal((400, 20001), (e.Status, e.Code));
    }

    private static TwilioRestClient ClientOf(RunningControlPlane plane) =>
        new(Account.Sid, Account.AuthToken, httpClient: new SystemNetHttpClient(new System.Net.Http.HttpClient(new RedirectingHandler(plane.Address))));
}
