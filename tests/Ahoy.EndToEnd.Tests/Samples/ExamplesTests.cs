using System.Net;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Samples;

/// <summary>All Functions of the platform's documentation, as one service.</summary>
public class ExamplesTests(SdkPackage package)
{
    private const int ParallelCalls = 8;

    [Fact]
    public async Task Examples_AsOneService_BuildAndEachAnswersInThePlatformsForm()
    {
        var examples = Repository.Examples;
        if (examples is null)
        {
            Assert.Skip("The examples of the documentation are not beside the repository.");
        }

        using var project = package.CreateProject("examples");
        project.Write("package.json", """
            {
              "name": "examples",
              "dependencies": {
                "@sendgrid/eventwebhook": "8.0.0", "axios": "1.21.1", "got": "14.6.6", "jsonwebtoken": "9.0.3", "lodash": "4.18.1", "p-retry": "7.1.1", "qs": "6.17.1"
              }
            }
            """);
        project.Write(".env", $"ACCOUNT_SID=AC{new string('0', 32)}\nAUTH_TOKEN={new string('1', 32)}\n");
        var files = Directory.GetFiles(examples, "*.js");
        foreach (var file in files)
        {
            project.Write($"functions/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        await project.BuildAsync();
        Assert.Equal(files.Length, project.ReadBuild().Resources.Count);

        await using var service = await RunningService.StartAsync(project.Start("run", "--no-build", "--", "--port", "0"));
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelCalls, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(project.ReadBuild().Resources, options, async (resource, cancellation) =>
        {
            var response = await service.GetAsync(resource.Path);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            var what = $"{resource.File}: {response.StatusCode} {body}";

            // Without a network most of Twilio's own answers are errors; what may not be missing is the Function or a module.
            Assert.True(response.StatusCode != HttpStatusCode.NotFound, what);
            Assert.False(body.Contains("Cannot find module", StringComparison.Ordinal), what);
            Assert.False(body.Contains("SyntaxError", StringComparison.Ordinal), what);
            Assert.True((int)response.StatusCode < 500 || body.Length > 0, what);
        });
    }
}
