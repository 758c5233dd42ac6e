using System.Text.Json;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>The build that an editor does to know a project: nothing is compiled, and nothing was built before.</summary>
public class DesignTimeTests(SdkPackage package)
{
    [Fact]
    public async Task DesignTimeBuild_FreshFolder_HandsTheRulesAllThatTheyNeed()
    {
        using var project = package.CreateProject();
        project.WriteFunction("hello.js");
        project.WriteFunction("sms/reply.protected.js");
        project.Write("assets/lib.private.js", "module.exports = 1;\n");
        project.Write("assets/page.js", "alert(1);\n");
        project.Write(".env", "GREETING=secret-value\n");
        project.Write(".editorconfig", "root = true\n");
        project.Write("package.json", """{ "name": "service", "dependencies": { "esm-only": "1.0.0" } }""");
        project.Write("node_modules/esm-only/package.json", """{ "name": "esm-only", "version": "1.0.0", "type": "module", "exports": "./index.js" }""");
        await project.DotnetAsync("restore", "-p:AhoyNpmRestore=false");

        var result = await project.DotnetAsync(
            "msbuild",
            "-t:Compile",
            "-p:DesignTimeBuild=true",
            "-p:BuildingInsideVisualStudio=true",
            "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true",
            "-getItem:AdditionalFiles",
            "-getItem:Analyzer",
            "-getItem:CompilerVisibleItemMetadata",
            "-getItem:CscCommandLineArgs");

        Assert.True(result.ExitCode == 0, result.Output);
        using var json = JsonDocument.Parse(result.Output);
        var items = json.RootElement.GetProperty("Items");
        var files = items.GetProperty("AdditionalFiles").EnumerateArray()
            .Select(file => $"{Path.GetFileName(Text(file, "Identity"))} {Text(file, "AhoyKind")} {Text(file, "AhoyPath")} {Text(file, "AhoyVisibility")}".TrimEnd());
        Assert.Equal(
            [
                ".editorconfig",
                "ahoy-project.txt project",
                "hello.js function /hello public",
                "lib.private.js asset /lib.js private",
                "reply.protected.js function /sms/reply protected",
            ],
            files.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["AhoyKind", "AhoyPath", "AhoyVisibility"],
            items.GetProperty("CompilerVisibleItemMetadata").EnumerateArray().Select(item => Text(item, "MetadataName")).Where(name => name.StartsWith("Ahoy", StringComparison.Ordinal)).Order());
        Assert.Contains("Ahoy.Analyzers.dll", items.GetProperty("Analyzer").EnumerateArray().Select(item => Path.GetFileName(Text(item, "Identity"))));

        // What the editor starts the compiler's own code with.
        var arguments = items.GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => Text(item, "Identity")).ToList();
        Assert.Contains(arguments, argument => argument.StartsWith("/additionalfile:", StringComparison.Ordinal) && argument.Contains("hello.js", StringComparison.Ordinal));
        Assert.Contains(arguments, argument => argument.StartsWith("/analyzer:", StringComparison.Ordinal) && argument.Contains("Ahoy.CodeFixes.dll", StringComparison.Ordinal));

        // The summary is there, with names and no values; nothing was compiled or bundled.
        var summary = await File.ReadAllTextAsync(
            Path.Combine(project.Folder, "obj/Debug/net10.0/ahoy/ahoy-project.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("GREETING", summary);
        Assert.DoesNotContain("secret-value", summary);
        Assert.Contains("esm-only", summary);
        Assert.Contains("/sms/reply", summary);
        Assert.Contains("/page.js", summary);
        Assert.False(Directory.Exists(project.BuildFolder));
    }

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
