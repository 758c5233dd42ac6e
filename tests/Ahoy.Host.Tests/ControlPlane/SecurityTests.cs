using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ahoy.Host.ControlPlane.Security;
using Ahoy.Host.Storage;
using Ahoy.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane;

public sealed class SecurityTests
{
    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost:3001", HttpStatusCode.OK)]
    [InlineData("[::1]:3001", HttpStatusCode.OK)]
    [InlineData("deploy.internal", HttpStatusCode.OK)]
    public async Task HostName_ThatIsNotTheControlPlanes_IsRefused(string host, HttpStatusCode expected)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path, o => o with { AllowedHostNames = ["deploy.internal"] });
        using var request = new HttpRequestMessage(HttpMethod.Get, "Services");
        request.Headers.Host = host;

        using var response = await plane.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Request_OfAWebPage_IsRefusedEvenWithCredentials(string header, string value)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        using var request = new HttpRequestMessage(HttpMethod.Post, "Services") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add(header, value);

        using var response = await plane.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "wrong")]
    [InlineData("ACbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "0123456789abcdef0123456789abcdef")]
    [InlineData("SKbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "wrong")]
    [InlineData("", "")]
    public async Task Credentials_ThatAreWrong_AreRefused(string userName, string password)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        plane.Client.DefaultRequestHeaders.Authorization = Basic(userName, password);

        Assert.Equal(20003, (await plane.GetAsync("Services"))["code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("Basic !!!")]
    [InlineData("Basic")]
    [InlineData("Bearer abc")]
    public async Task Authorization_ThatIsNoBasicPair_IsRefused(string header)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        plane.Client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(header);

        Assert.Equal(20003, (await plane.GetAsync("Services"))["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task ApiKey_LetsIn_UntilItIsRemoved()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var keys = plane.Services.GetRequiredService<ApiKeyStore>();
        var (sid, secret) = await keys.CreateAsync("ci", TestContext.Current.CancellationToken);
        plane.Client.DefaultRequestHeaders.Authorization = Basic(sid, secret);
        Assert.NotNull((await plane.GetAsync("Services"))["services"]);

        await keys.DeleteAsync(sid, TestContext.Current.CancellationToken);

        Assert.Equal(20003, (await plane.GetAsync("Services"))["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task Values_OfVariablesAndSecretsOfKeys_AreNotOnTheDisk()
    {
        using var folder = new TempFolder();
        string secret;
        await using (var plane = await StartAsync(folder.Path))
        {
            var built = await plane.CreateBuiltServiceAsync("shop");
            await plane.PostAsync($"Services/{built.Service}/Environments/{built.Environment}/Variables", ("Key", "PASSWORD"), ("Value", "correct horse battery"));
            (_, secret) = await plane.Services.GetRequiredService<ApiKeyStore>().CreateAsync("ci", TestContext.Current.CancellationToken);
        }

        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.DoesNotContain("correct horse battery", text);
            Assert.DoesNotContain(secret, text);
        }
    }

    [Fact]
    public void Credentials_AreMadeOnce_AndReadableByTheirOwnerAlone()
    {
        using var folder = new TempFolder();

        var (made, isNew) = HostCredentials.Open(folder.Path, given: null);
        var (kept, isNewAgain) = HostCredentials.Open(folder.Path, given: null);

        Assert.True(isNew);
        Assert.False(isNewAgain);
        Assert.Equal(made, kept);
        Assert.DoesNotContain(made.AuthToken, made.ToString());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Combine("credentials.json")));
        }
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/a/../b")]
    [InlineData("/a//b")]
    [InlineData("/a\\b")]
    [InlineData("/@root")]
    [InlineData("/a?b")]
    public async Task Path_ThatWouldLeaveItsFolder_IsRefused(string path)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");

        var answer = await plane.UploadAsync(
            $"Services/{built.Service}/Functions/{built.Function}/Versions", path, "public", "x"u8.ToArray(), "text/plain");

        Assert.Equal(20001, answer["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task Bodies_ThatAreTooLarge_AreRefused()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var built = await plane.CreateBuiltServiceAsync("shop");

        // Who sends all the same while the host refuses and closes may not get to see the answer.
        plane.Client.DefaultRequestHeaders.ExpectContinue = true;
        var asset = Text(await plane.PostAsync($"Services/{built.Service}/Assets", ("FriendlyName", "/big")), "sid");
        var answer = await plane.UploadAsync(
            $"Services/{built.Service}/Assets/{asset}/Versions", "/big", "private", new byte[10 * 1024 * 1024 + 1], "application/octet-stream");

        Assert.Equal(20413, answer["code"]!.GetValue<int>());
        Assert.Equal(20413, (await plane.PostAsync("Services", ("UniqueName", "big"), ("FriendlyName", new string('x', 1_100_000))))["code"]!.GetValue<int>());
    }
}
