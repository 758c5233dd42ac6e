using Ahoy.Host.Development;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Development;

/// <summary>The environment file of a project that is served: its values, and what is said of it.</summary>
public sealed class EnvironmentFileTests
{
    private const string Text = "DB_PASSWORD=pier#7gull\nTHEME=#1b6ac9\nGREETING=\"Ahoy\" from the pier\nPLAIN=1\n";

    private readonly RecordingProjectEvents _events = new();

    [Fact]
    public void Values_AreTheToolkits_AndWhatNewerVersionsReadDifferentlyIsSaidOnce()
    {
        using var folder = Project(Text);
        using var project = Serve(folder);

        Assert.Equal("pier#7gull", project.Current.Variables["DB_PASSWORD"]);
        Assert.Equal("#1b6ac9", project.Current.Variables["THEME"]);
        Assert.Equal("Ahoy\" from the pier", project.Current.Variables["GREETING"]);
        Assert.Equal([".env(1)", ".env(2)", ".env(3)"], _events.Warnings.Select(w => w["AHOY5017: ".Length..].Split(':')[0]));
        Assert.DoesNotContain(_events.Warnings, w => w.Contains("gull", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_AfterABuildThatHasToldThem_AreNotRepeated()
    {
        using var folder = Project(Text);
        var build = new Build("s", NodeRuntime.Default, [], [new Resource(ResourceKind.Function, "/a", Visibility.Public, "functions/a.js", 1, "text/javascript", "")]);
        folder.Write("build/build.json", System.Text.Encoding.UTF8.GetString(BuildJson.Write(build)));
        using var project = Serve(folder, buildFolder: Path.Combine(folder.Path, "build"));

        Assert.Empty(_events.Warnings);
    }

    [Theory]
    [InlineData("A=1\0", ".env(1): is no text: it has the byte 0")]
    [InlineData("A=1\nB", ".env(2): '=' is missing after 'B'")]
    public void File_ThatCantBeRead_IsOneClearError(string text, string message)
    {
        using var folder = Project(text);

        var problem = Assert.Single(Assert.Throws<ProjectException>(() => Serve(folder)).Problems);

        Assert.StartsWith(message, problem, StringComparison.Ordinal);
    }

    private static TempFolder Project(string env)
    {
        var folder = new TempFolder();
        folder.Write("functions/a.js", "exports.handler = (context, event, callback) => callback(null, 'a');");
        folder.Write(".env", env);
        return folder;
    }

    private LiveProject Serve(TempFolder folder, string? buildFolder = null) =>
        new(new ProjectOptions { Folder = folder.Path, DomainName = "localhost:3000", BuildFolder = buildFolder }, watches: false, _events);
}
