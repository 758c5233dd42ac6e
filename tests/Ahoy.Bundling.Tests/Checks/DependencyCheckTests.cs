using Ahoy.Bundling.Checks;
using Ahoy.TestSupport;
using static Ahoy.Bundling.Tests.Candidates;

namespace Ahoy.Bundling.Tests.Checks;

/// <summary>What can be wrong with the dependencies: AHOY5009 to 5011, 5015 and 5016.</summary>
public class DependencyCheckTests
{
    private const string Headers = "exports.handler = (c, event, callback) => callback(null, event.request.headers.host);";

    [Theory]
    [InlineData("1.2.0", Headers, null)]
    [InlineData("2.1.2", Headers, null)]
    [InlineData("1.1.9", "", null)]
    [InlineData("1.1.9", "// event.request.headers", null)]
    [InlineData("1.1.9", Headers, "'functions/a.js' uses")]
    [InlineData("1.1.9", "new Twilio.Response().setCookie('a', 'b')", "'functions/a.js' uses")]
    [InlineData("^1.2.0", "", "exact version")]
    [InlineData("latest", "", "exact version")]
    [InlineData("*", "", "exact version")]
    [InlineData("1.2", "", "exact version")]
    public void RuntimeHandler_Version_IsExactAndNewEnough(string version, string source, string? reason)
    {
        var candidate = WithManifest($$"""{ "dependencies": { "@twilio/runtime-handler": "{{version}}" } }""", source: source);

        var problems = new RuntimeHandlerCheck().Check(candidate).ToList();

        Assert.Equal(reason is null ? 0 : 1, problems.Count);
        Assert.All(problems, problem => Assert.Contains(reason!, problem.Message));
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void DependencyCount_OverAHundred_IsReported(int count, int expected)
    {
        var dependencies = string.Join(",", Enumerable.Range(0, count).Select(i => $"\"p{i}\": \"1.0.0\""));

        Assert.Equal(expected, new DependencyCountCheck().Check(WithManifest($"{{ \"dependencies\": {{ {dependencies} }} }}")).Count());
    }

    [Theory]
    [InlineData("^1.2.3", false)]
    [InlineData("latest", false)]
    [InlineData(">=1.0.0 <2.0.0 || 3.x", false)]
    [InlineData("", false)]
    [InlineData("npm:other@^1.0.0", false)]
    [InlineData("file:../local", true)]
    [InlineData("link:../local", true)]
    [InlineData("workspace:*", true)]
    [InlineData("git+ssh://git@example.com/a/b.git", true)]
    [InlineData("github:owner/name", true)]
    [InlineData("owner/name#main", true)]
    [InlineData("https://example.com/a.tgz", true)]
    [InlineData("../local", true)]
    [InlineData("git@example.com:a/b.git", true)]
    public void DependencySource_OtherThanTheRegistry_IsReported(string specifier, bool isReported)
    {
        var candidate = WithManifest($$"""{ "dependencies": { "a": "{{specifier}}" }, "devDependencies": { "b": "file:../b" } }""");

        Assert.Equal(isReported, new DependencySourceCheck().Check(candidate).Any(problem => problem.Id == "AHOY5015"));
    }

    [Fact]
    public void DependencySource_UrlWithToken_DoesNotShowIt() =>
        Assert.DoesNotContain("hunter2", Assert.Single(new DependencySourceCheck().Check(
            WithManifest("""{ "dependencies": { "a": "git+https://user:hunter2@example.com/a.git" } }"""))).Message);

    [Theory]
    [InlineData(null, null, "no lock file")]
    [InlineData("yarn.lock", null, null)]
    [InlineData("package-lock.json", """{ "packages": { "": { "dependencies": { "a": "^1.0.0" } }, "node_modules/a": { "version": "1.0.1" } } }""", null)]
    [InlineData("package-lock.json", """{ "packages": { "": { "dependencies": { "a": "^2.0.0" } } } }""", "asks for '^1.0.0'")]
    [InlineData("package-lock.json", """{ "packages": { "": { "dependencies": { "b": "1.0.0" } } } }""", "does not have 'a'")]
    [InlineData("package-lock.json", """{ "packages": { "": { "dependencies": { "a": "^1.0.0", "b": "1.0.0" } } } }""", "has 'b'")]
    [InlineData("package-lock.json", """{ "lockfileVersion": 1, "dependencies": { "a": { "version": "1.0.1" } } }""", null)]
    [InlineData("package-lock.json", """{ "lockfileVersion": 1, "dependencies": { "b": { "version": "1.0.1" } } }""", "does not have 'a'")]
    public void LockFile_MissingOrOutOfDate_Warns(string? name, string? content, string? reason)
    {
        var problems = new LockFileCheck().Check(WithManifest("""{ "dependencies": { "a": "^1.0.0" } }""", content, name)).ToList();

        Assert.Equal(reason is null ? 0 : 1, problems.Count);
        Assert.All(problems, problem => Assert.Contains(reason!, problem.Message));
    }

    [Fact]
    public void LockFile_NoDependencies_NeedsNone() => Assert.Empty(new LockFileCheck().Check(WithManifest("{}")));

    [Fact]
    public void NativeDependency_AnywhereBelow_IsReportedWithWhoBringsIt()
    {
        using var folder = new TempFolder();
        folder.Write("node_modules/plain/package.json", """{ "dependencies": { "nested": "1" }, "optionalDependencies": { "optional": "1" } }""");
        folder.Write("node_modules/plain/node_modules/nested/package.json", """{ "scripts": { "install": "node-pre-gyp install" } }""");
        folder.Write("node_modules/optional/package.json", """{ "gypfile": true }""");
        folder.Write("node_modules/gyp/package.json", "{}");
        folder.Write("node_modules/gyp/binding.gyp", "{}");
        folder.Write("node_modules/flagged/package.json", """{ "gypfile": true }""");
        folder.Write("node_modules/tool/package.json", """{ "gypfile": true }""");
        folder.Write("node_modules/scripted/package.json", """{ "scripts": { "postinstall": "node prepare.js" } }""");
        var candidate = WithManifest(
            """{ "dependencies": { "plain": "1", "gyp": "1", "flagged": "1", "scripted": "1", "missing": "1" }, "devDependencies": { "tool": "1" } }""", folder: folder.Path);

        var messages = new NativeDependencyCheck().Check(candidate).Select(problem => problem.Message).ToList();

        Assert.Equal(3, messages.Count);
        Assert.Contains(messages, message => message.StartsWith("the module 'nested', which 'plain' brings along, needs a native build (its script 'install' runs node-pre-gyp)", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith("the module 'gyp' needs a native build (it has a binding.gyp)", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith("the module 'flagged' needs", StringComparison.Ordinal));
    }
}
