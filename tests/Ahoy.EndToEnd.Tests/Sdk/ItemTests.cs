using System.Text.Json;
using Ahoy.Model;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>MSBuild's items are the files that Ahoy.Model's scanner finds, and say of each what it says.</summary>
public class ItemTests(SdkPackage package)
{
    private static readonly string[] s_functions =
    [
        "a.js", "reply.protected.js", "sub/deep/b.private.js", ".private.js", ".protected.private.js", "x.private.min.js", "x.Private.js", "dots.v1.2.protected.js",
        "sp ace.protected.js", "100%25.private.js", "per%.js", "it's (one), two.js", "semi;colon.private.js", "dollar$(HOME).js", "at@(Compile).js", "ünï.protected.js",
        "node_modules/m/index.js", "sub/node_modules/m.js", ".git/hook.js", ".hidden/c.js", "bin/d.js", "obj/e.js", "notes.txt", "x.json", ".#a.js", "._a.js", "a.js~",
    ];

    private static readonly string[] s_assets =
    [
        "style.css", "data.private.json", "shared.private.js", "image.protected.png", "noextension", "x.private", ".htaccess", ".well-known/apple-app-site-association",
        ".DS_Store", "sub/Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", "assets/index.html", "a.private.tar.gz", "a.tar.private.gz", "node_modules/x.css",
        "percent%20.txt", "q=1&b;c.private.txt", "data.private.json~", ".data.private.json.swp", ".a.swo", ".swp", ".#data.private.json", "#data.private.json#", "._data.private.json",
        "shared.private.d.ts", "shared.private.d.ts.map", "m.d.mts", "tsconfig.tsbuildinfo", "logo.swf", "tilde~1.txt", "d.ts",
    ];

    [Fact]
    public async Task Items_OfDifficultNames_AreWhatTheScannerFinds()
    {
        using var project = package.CreateProject();
        foreach (var file in s_functions.Select(f => "functions/" + f).Concat(s_assets.Select(a => "assets/" + a)))
        {
            project.Write(file, "");
        }

        var result = await project.DotnetAsync("msbuild", "-t:AhoyResolve", "-getItem:AhoyFunction", "-getItem:AhoyAsset", "-getItem:AdditionalFiles");

        Assert.True(result.ExitCode == 0, result.ToString());
        using var json = JsonDocument.Parse(result.Output);
        var items = json.RootElement.GetProperty("Items");
        var scanned = ResourceScanner.Scan(ServiceLayout.Of(project.Folder)).Files;
        Assert.Equal(Sorted(scanned.Select(f => $"{f.FullPath} {f.Path} {f.Visibility}")), Sorted(Describe("AhoyFunction").Concat(Describe("AhoyAsset"))));

        // The analyzers get the Functions and the private scripts, and the summary of the project.
        var analysed = scanned.Where(f => f.Kind == ResourceKind.Function || (f.Visibility == Visibility.Private && f.Path.EndsWith(".js", StringComparison.Ordinal)));
        var additional = items.GetProperty("AdditionalFiles").EnumerateArray().ToLookup(item => Text(item, "AhoyKind"));
        Assert.Equal(Sorted(analysed.Select(f => f.FullPath)), Sorted(additional["function"].Concat(additional["asset"]).Select(item => Text(item, "FullPath"))));
        Assert.Single(additional["project"]);

        IEnumerable<string> Describe(string type) => items.GetProperty(type).EnumerateArray().Select(
            item => $"{Text(item, "FullPath")} {Text(item, "Path")} {Enum.Parse<Visibility>(Text(item, "Visibility"), ignoreCase: true)}");
    }

    [Fact]
    public async Task DesignTimeBuild_WritesTheSummaryAndRunsNoNpm()
    {
        using var project = package.CreateProject();
        project.WriteFunction("a.protected.js");
        project.Write(".env", "SECRET=hunter2");
        project.Write("package.json", """{ "name": "x", "dependencies": { "no-such-package-at-all": "1.0.0" } }""");

        var restore = await project.DotnetAsync("restore", "-p:AhoyNpmRestore=false");
        Assert.True(restore.ExitCode == 0, restore.ToString());
        var result = await project.DotnetAsync(
            "msbuild", "-t:CoreCompile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");

        Assert.True(result.ExitCode == 0, result.ToString());
        var text = File.ReadAllText(Path.Combine(project.Folder, "obj", "Debug", "net10.0", "ahoy", ProjectSummaryText.FileName));
        var summary = ProjectSummaryText.Read(text);
        Assert.Equal("/a", Assert.Single(summary.Resources).Path);
        Assert.True(summary.HasVariable("SECRET"));
        Assert.DoesNotContain("hunter2", text);
        Assert.False(Directory.Exists(Path.Combine(project.Folder, "node_modules")));
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static string[] Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
