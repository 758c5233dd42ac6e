using Ahoy.Bundling;
using Ahoy.Bundling.Checks;
using Ahoy.Model;
using Ahoy.TestSupport;
using static Ahoy.Host.Tests.ControlPlane.RunningControlPlane;

namespace Ahoy.Host.Tests.ControlPlane;

/// <summary>What builds, uploads; and what the build refuses, the control plane refuses.</summary>
public sealed class UploadedPathTests
{
    private const string Alphabet = "abz09-._~!=[]{}^`+&@;,'% #ü日/";

    [Fact]
    public async Task Path_OfAnyName_IsJudgedByTheUploadAsByTheBuild()
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var service = Text(await plane.PostAsync("Services", ("UniqueName", "paths"), ("FriendlyName", "paths")), "sid");
        var asset = Text(await plane.PostAsync($"Services/{service}/Assets", ("FriendlyName", "any")), "sid");
        var random = new Random(5005);
        var built = 0;
        for (var i = 0; i < 150; i++)
        {
            var path = "/" + string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var builds = Builds(ResourceKind.Asset, path);
            var answer = await plane.UploadAsync($"Services/{service}/Assets/{asset}/Versions", path, "public", "x"u8.ToArray(), "text/plain");

            Assert.True(builds == answer.ContainsKey("sid"), $"{path}: builds is {builds}, and the upload says {answer.ToJsonString()}");
            Assert.True(!builds || Text(answer, "path") == path, path);
            built += builds ? 1 : 0;
        }

        Assert.InRange(built, 20, 130);
    }

    [Theory]
    [InlineData("/a+b", false)]
    [InlineData("/grüße", true)]
    [InlineData("/", false)]
    public async Task Path_OfAFunction_IsJudgedByTheUploadAsByTheBuild(string path, bool isFine)
    {
        using var folder = new TempFolder();
        await using var plane = await StartAsync(folder.Path);
        var service = Text(await plane.PostAsync("Services", ("UniqueName", "paths"), ("FriendlyName", "paths")), "sid");
        var function = Text(await plane.PostAsync($"Services/{service}/Functions", ("FriendlyName", "any")), "sid");

        var answer = await plane.UploadAsync($"Services/{service}/Functions/{function}/Versions", path, "public", "x"u8.ToArray(), "application/javascript");

        Assert.Equal(isFine, answer.ContainsKey("sid"));
        Assert.Equal(isFine, Builds(ResourceKind.Function, path));
    }

    private static bool Builds(ResourceKind kind, string path)
    {
        var content = new ResourceContent(new Resource(kind, path, Visibility.Public, "f", 1, "text/plain", ""), () => new MemoryStream([1]));
        return BuildChecks.Run(new BuildCandidate("s", NodeRuntime.Default, [content])).All(problem => problem.Id != "AHOY5005");
    }
}
