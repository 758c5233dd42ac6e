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
}
