using System.Text.Json;
using Ahoy.Cli.Creating;
using Ahoy.Cli.Tests.Checking;
using Ahoy.Cli.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Creating;

/// <summary>Each template, as <c>ahoy new function</c> writes it: without findings.</summary>
public sealed class FunctionTemplateTests
{
    public static TheoryData<string> Names { get; } = [.. FunctionTemplate.All.Select(template => template.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Template_Written_HasNothingToReport(string name)
    {
        using var project = new TempFolder();

        var result = await RunAsync(project.Path, "new", "function", $"made/{name}", "--template", name);

        Assert.True(result.ExitCode == 0, result.ToString());
        var template = FunctionTemplate.All.Single(one => one.Name == name);
        var file = $"functions/made/{name}{(template.Visibility.Length == 0 ? "" : ".protected")}.js";
        Assert.Equal($"./{file}\n", result.Output);
        Assert.Equal(template.Source, await File.ReadAllTextAsync(project.Combine(file), TestContext.Current.CancellationToken));
        Assert.All(template.Variables.Keys, variable => Assert.Contains($"\n{variable}=", File.ReadAllText(project.Combine(".env")), StringComparison.Ordinal));
        var check = CheckRun.Check(fix: false, project.Path);
        Assert.Empty(check.Files.SelectMany(one => one.Findings).Select(finding => $"{finding.Rule.Id} {finding.Message}"));
        Assert.Empty(check.BuildProblems.Select(found => found.Problem.ToString()));
    }

    [Fact]
    public async Task NewNameWithATemplate_IsTheToolkitsWayOfSayingIt()
    {
        using var project = new TempFolder();

        Assert.Equal(0, (await RunAsync(project.Path, "new", "hello", "--template", "blank")).ExitCode);

        Assert.True(File.Exists(project.Combine("functions/hello.js")));
    }

    [Theory]
    [InlineData("There is no template 'sms-replay'. Did you mean 'sms-reply'?", "hello", "--template", "sms-replay")]
    [InlineData("/taken is there already: functions/taken.protected.js", "taken")]
    [InlineData("Give another name", "a,b")]
    [InlineData("Give another name", "../outside")]
    public async Task Name_ThatCantBe_WritesNothing(string expected, params string[] arguments)
    {
        using var project = new TempFolder();
        project.Write("functions/taken.protected.js", "");

        var result = await RunAsync(project.Path, ["new", "function", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(project.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Variables_ThatAreThere_StayAsTheyAre()
    {
        using var project = new TempFolder();
        project.Write(".env", "FORWARD_TO=+15550000000");

        await RunAsync(project.Path, "new", "function", "call", "--template", "call-forwarding");

        Assert.Equal("FORWARD_TO=+15550000000", await File.ReadAllTextAsync(project.Combine(".env"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Templates_List_NamesThemAll()
    {
        using var folder = new TempFolder();

        var table = await RunAsync(folder.Path, "templates");
        var json = await RunAsync(folder.Path, "list-templates", "-o", "json");

        Assert.All(FunctionTemplate.All, template => Assert.Contains(template.Name, table.Output, StringComparison.Ordinal));
        Assert.Equal(FunctionTemplate.All.Count, JsonDocument.Parse(json.Output).RootElement.GetArrayLength());
        Assert.True(FunctionTemplate.All.Count >= 11);
    }

    private static Task<ProcessResult> RunAsync(string folder, params string[] arguments) => ProcessRunner.RunAsync(
        Dotnet.Program, ["exec", DeployHost.Program, .. arguments], folder, cancellationToken: TestContext.Current.CancellationToken);
}
