using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Sdk;

public class TemplateTests(SdkPackage package)
{
    [Fact]
    public async Task New_Template_BuildsAndAnswers()
    {
        using var project = package.CreateProject("tour");
        File.Delete(Path.Combine(project.Folder, "tour.csproj"));
        var hive = Path.Combine(Path.GetDirectoryName(project.Folder)!, "hive");
        var template = Repository.Combine("src", "Ahoy.Templates", "content", "service");

        var install = await project.DotnetAsync("new", "install", template, "--debug:custom-hive", hive);
        Assert.True(install.ExitCode == 0, install.ToString());
        var created = await project.DotnetAsync("new", "ahoy", "-n", "tour", "-o", ".", "--debug:custom-hive", hive);
        Assert.True(created.ExitCode == 0, created.ToString());

        Assert.Contains("0 Warning(s)", await project.BuildAsync());
        Assert.Equal("tour", project.ReadBuild().Service);

        await using var service = await RunningService.StartAsync(project.Start("run", "--no-build", "--", "--port", "0"));
        var answer = await service.GetAsync("/hello?name=Ada");
        Assert.Equal("""{"message":"Ahoy, Ada!"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var (exitCode, left) = await service.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(left);
    }

    /// <summary>A service of the one template and tests of the other, beside it: packages alone, as a user has them.</summary>
    [Fact]
    public async Task New_Tests_PassBesideTheService()
    {
        using var service = package.CreateProject("tour");
        File.Delete(Path.Combine(service.Folder, "tour.csproj"));
        var root = Path.GetDirectoryName(service.Folder)!;
        // The packages of xunit come from where the machine's own configuration says.
        await File.WriteAllTextAsync(Path.Combine(root, "nuget.config"), $"""<configuration><packageSources><add key="ahoy" value="{package.Packages}" /></packageSources></configuration>""", TestContext.Current.CancellationToken);
        var packed = await Dotnet.RunAsync(Repository.Root, ["pack", "src/Ahoy.Testing", "-p:AhoyVersion=0.1.0", "-c", SdkPackage.Configuration, "-o", package.Packages]);
        Assert.True(packed.ExitCode == 0, packed.ToString());
        var hive = Path.Combine(root, "hive");
        foreach (var template in (string[])["service", "ahoy-tests"])
        {
            var install = await service.DotnetAsync("new", "install", Repository.Combine("src", "Ahoy.Templates", "content", template), "--debug:custom-hive", hive);
            Assert.True(install.ExitCode == 0, install.ToString());
        }

        var created = await service.DotnetAsync("new", "ahoy", "-n", "tour", "-o", ".", "--debug:custom-hive", hive);
        Assert.True(created.ExitCode == 0, created.ToString());
        var tests = Path.Combine(root, "tour.Tests");
        created = await service.DotnetAsync("new", "ahoy-tests", "-n", "tour.Tests", "-o", tests, "--debug:custom-hive", hive);
        Assert.True(created.ExitCode == 0, created.ToString());

        var result = await service.DotnetAsync("test", tests);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("Passed:     2", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning xUnit", result.Output, StringComparison.Ordinal);
        await ReplayAsync(service, tests);
    }

    // Runs that show findings, written down as tests: each fails for that reason, and passes once its Function is mended.
    private static async Task ReplayAsync(OutsideProject service, string tests)
    {
        const string Send = "context.getTwilioClient().messages.create({ to: event.To, from: '+15005550006', body: 'Hi' })";
        (string Name, string Faulty, string Mended)[] functions =
        [
            ("menu", "if (event.Digits === '2') {\n    return;\n  }\n  callback(null, 'menu');", "callback(null, 'menu');"),
            ("twice", "if (event.id) callback(null, 'a');\n  callback(null, 'b');", "callback(null, event.id ? 'a' : 'b');"),
            ("value", "return { ok: true };", "callback(null, { ok: true });"),
            ("chain", $"{Send}.then((message) => callback(null, message.sid));", $"{Send}.then((message) => callback(null, message.sid), () => callback(null, 'later'));"),
            ("dropped", $"{Send};\n  callback(null, 'sent');", $"{Send}.then(() => callback(null, 'sent'), callback);"),
        ];
        foreach (var (name, faulty, _) in functions)
        {
            await WriteAsync(name, faulty);
        }

        var ahoy = (await File.ReadAllTextAsync(Path.Combine(service.Folder, "obj", "ahoy", "ahoy.path"), TestContext.Current.CancellationToken)).Trim();

        var check = await service.DotnetAsync("exec", ahoy, "check", ".", "--prove", "--write-tests", tests);

        Assert.Contains("proved: POST /menu with Digits=2: no answer within 10 s", check.Output, StringComparison.Ordinal);
        Assert.Equal(functions.Length, check.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("proved: ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2].TrimEnd(':')).Distinct().Count());
        var red = await service.DotnetAsync("test", tests);
        foreach (var (name, _, _) in functions)
        {
            Assert.Contains($"Failed {char.ToUpperInvariant(name[0])}{name[1..]}Runs.AHOY", red.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(red.Output.Split('\n'), line => line.Contains("Passed ", StringComparison.Ordinal) && line.Contains("Runs.AHOY", StringComparison.Ordinal));
        foreach (var (name, _, mended) in functions)
        {
            await WriteAsync(name, mended);
        }

        var green = await service.DotnetAsync("test", tests);
        Assert.True(green.ExitCode == 0, green.ToString());

        Task WriteAsync(string name, string body) =>
            File.WriteAllTextAsync(Path.Combine(service.Folder, "functions", name + ".js"), $"exports.handler = (context, event, callback) => {{\n  {body}\n}};\n", TestContext.Current.CancellationToken);
    }
}
