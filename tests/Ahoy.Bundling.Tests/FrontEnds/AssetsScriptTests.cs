using Ahoy.Bundling.FrontEnds;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.FrontEnds;

public sealed class AssetsScriptTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<string> _log = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Script_RunsWhereSomethingHasChangedThatItReads()
    {
        WriteScript("const fs = require('fs'); fs.mkdirSync('assets', { recursive: true }); fs.writeFileSync('assets/out.txt', fs.readFileSync('web/in.txt'));");
        _folder.Write("web/in.txt", "one");
        _folder.Write("functions/hello.js", "");

        Assert.Null(Run());
        Assert.Null(Run());
        Assert.Equal("one", File.ReadAllText(_folder.Combine("assets/out.txt")));
        Assert.Single(_log);

        _folder.Write("functions/hello.js", "// changed");
        _folder.Write("node_modules/x/y.js", "");
        Assert.Null(Run());
        Assert.Single(_log);

        _folder.Write("web/in.txt", "another");
        Assert.Null(Run());
        Assert.Equal(2, _log.Count);

        File.Delete(_folder.Combine("assets/out.txt"));
        Assert.Null(Run());
        Assert.Equal("another", File.ReadAllText(_folder.Combine("assets/out.txt")));
    }

    [Theory]
    [InlineData("process.stderr.write('Error: no index.html'); process.exit(3);", "failed: Error: no index.html")]
    [InlineData("", "wrote nothing to 'assets'")]
    [InlineData("require('fs').writeFileSync('web/in.txt', String(Date.now()));", "wrote 'web/in.txt', which is among what it reads")]
    [InlineData("setInterval(() => {}, 1000);", "has not ended after 2 s")]
    public void Script_ThatDoesNotDoWhatItIsFor_IsOneErrorAndTriedAgain(string program, string reason)
    {
        WriteScript(program);
        _folder.Write("web/in.txt", "");

        var seconds = program.StartsWith("setInterval", StringComparison.Ordinal) ? 2 : 60;
        var problem = Run(seconds: seconds);

        Assert.Equal(("AHOY5111", "package.json"), (problem?.Id, problem?.File));
        Assert.Contains(reason, problem!.Message, StringComparison.Ordinal);
        Assert.NotNull(Run(seconds: seconds));
    }

    [Fact]
    public void Script_ThatIsNotThere_IsAskedFor()
    {
        WriteScript("");

        Assert.Contains("is 'build:web' meant?", Run("build:wbe")!.Message, StringComparison.Ordinal);
    }

    private void WriteScript(string program)
    {
        _folder.Write("build.js", program);
        _folder.Write("package.json", """{ "scripts": { "build:web": "node build.js" } }""");
    }

    private Problem? Run(string script = "build:web", int seconds = 60) =>
        new AssetsScript(ProjectSettings.Of(_folder.Path, new GivenSettings(), ToolkitConfiguration.Empty), script, _folder.Combine("obj"), TimeSpan.FromSeconds(seconds))
            .Run(_log.Add, TestContext.Current.CancellationToken);
}
