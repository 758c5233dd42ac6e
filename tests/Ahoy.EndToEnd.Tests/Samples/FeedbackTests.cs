using System.Net;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Samples;

/// <summary>The sample in TypeScript, with a front end and with unit tests in JavaScript.</summary>
public sealed class FeedbackTests(FeedbackCopy copy) : IClassFixture<FeedbackCopy>
{
    [Fact]
    public async Task Feedback_InTypeScriptWithAFrontEnd_IsCompiledServedAndEndsWithItsWatch()
    {
        await using var service = await RunningService.StartAsync(
            Dotnet.Start(Repository.Root, ["run", "--project", copy.Folder, "-c", SdkPackage.Configuration, "--", "--port", "0"]));

        Assert.Equal("text/html", (await service.GetAsync("/")).Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"stars":5,"message":"Thank you!"}""", await TextAsync(await service.GetAsync("/feedback?stars=5")));
        Assert.Equal(HttpStatusCode.BadRequest, (await service.GetAsync("/feedback?stars=9")).StatusCode);
        foreach (var path in new[] { "/feedback.ts", "/feedback.js.map", "/functions/feedback.js.map", "/src/functions/feedback.ts" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await service.GetAsync(path)).StatusCode);
        }

        var (exitCode, left) = await service.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(left);
    }

    [Fact]
    public async Task UnitTests_ByHandAndWithTheModule_SayTheSame_TheLatterInAThirdOfTheLines()
    {
        var built = await Dotnet.RunAsync(Repository.Root, ["build", copy.Folder, "-c", SdkPackage.Configuration]);
        Assert.True(built.ExitCode == 0, built.ToString());

        var (before, after) = (copy.ReadCode("tests/before"), copy.ReadCode("tests/after"));
        Assert.Equal(NamesOf(before), NamesOf(after));
        Assert.InRange(after.Count * 3, 1, before.Count);

        // The names of a loop count once here, and four times there.
        var ahoy = Repository.Combine("src", "Ahoy.Cli", "bin", SdkPackage.Configuration, "net10.0", "ahoy.dll");
        foreach (var command in (string[][])[["npm", "test"], [Dotnet.Program, "exec", ahoy, "exec", "--", "npm", "test"]])
        {
            var result = await ProcessRunner.RunAsync(command[0], command[1..], copy.Folder, timeout: Dotnet.Timeout, cancellationToken: TestContext.Current.CancellationToken);

            Assert.True(result.ExitCode == 0, result.ToString());
            Assert.Contains("pass 14", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("says which resources there are", result.Error, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> NamesOf(IEnumerable<string> code) => code
        .Where(line => line.StartsWith("test(", StringComparison.Ordinal))
        .Select(line => line.Split(',')[0]);

    private static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
