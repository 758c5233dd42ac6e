
namespace Ahoy.Bundling.Tests.TypeScript;

/// <summary>With the project's own compiler, of each version that there is.</summary>
public sealed class TypeScriptBuildTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Compile_EachVersion_WritesWhatIsServedOnce(int version)
    {
        using var project = await CompiledProject.CreateAsync(version);
        project.Write("src/assets/page.html", "<p>");
        project.Write("src/assets/word.private.ts", "export const word = 'x' as string;\n");
        project.Write("src/functions/old.js", "exports.handler = (context, event, callback) => callback(null, 'old');\n");
        project.Write(".env", "GREETING=x\n");

        var first = project.Compile();

        Assert.Empty(first.Messages);
        Assert.Contains("exports.handler = ", project.Read("dist/functions/hello.js"), StringComparison.Ordinal);
        Assert.DoesNotContain("sourcesContent", project.Read("dist/functions/hello.js.map"), StringComparison.Ordinal);
        Assert.Equal("<p>", project.Read("dist/assets/page.html"));
        Assert.True(File.Exists(project.Combine("dist/assets/word.private.js")));
        Assert.Contains("callback(null, 'old')", project.Read("dist/functions/old.js"), StringComparison.Ordinal);
        Assert.Contains("    readonly GREETING: string;\n", project.Read("src/ahoy.d.ts"), StringComparison.Ordinal);
        Assert.Contains("    readonly '/word.js': Asset;\n", project.Read("src/ahoy.d.ts"), StringComparison.Ordinal);
        Assert.True(first.HasCompiled);
        Assert.False(project.Compile().HasCompiled);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public async Task Compile_Error_TellsThePlaceAndLeavesTheOutput(int version)
    {
        using var project = await CompiledProject.CreateAsync(version);
        project.Compile();
        var before = project.Read("dist/functions/hello.js");
        project.Write("src/functions/hello.ts", "const n: number = 'x';\nexport const handler = n;\n");

        var message = Assert.Single(project.Compile().Messages);

        Assert.Equal(("TS2322", true, project.Combine("src/functions/hello.ts"), 1, 7), (message.Id, message.IsError, message.File, message.Line, message.Column));
        Assert.Equal("src/functions/hello.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.", message.ToLine(project.Folder));
        Assert.Equal(before, project.Read("dist/functions/hello.js"));
        Assert.True(project.Compile().HasCompiled);
    }

    [Fact]
    public async Task Compile_SourceOrOutputThatIsGone_IsNoticed()
    {
        using var project = await CompiledProject.CreateAsync();
        project.Write("src/functions/sub/gone.ts", CompiledProject.Hello);
        project.Write("src/assets/gone.css", "");
        project.Compile();
        Assert.True(File.Exists(project.Combine("dist/functions/sub/gone.js")));

        Directory.Delete(project.Combine("src/functions/sub"), recursive: true);
        File.Delete(project.Combine("src/assets/gone.css"));
        File.Delete(project.Combine("dist/functions/hello.js"));

        Assert.True(project.Compile().IsComplete);
        Assert.False(Directory.Exists(project.Combine("dist/functions/sub")));
        Assert.False(File.Exists(project.Combine("dist/assets/gone.css")));
        Assert.True(File.Exists(project.Combine("dist/functions/hello.js")));
    }

    [Fact]
    public async Task Compile_OutputOfAnEarlierCloneOfThisFolder_IsRemovedByItsMap()
    {
        using var project = await CompiledProject.CreateAsync();
        project.Write("src/functions/gone.ts", CompiledProject.Hello);
        project.Compile();
        Directory.Delete(project.Combine("obj"), recursive: true);
        File.Delete(project.Combine("src/functions/gone.ts"));

        project.Compile();

        Assert.False(File.Exists(project.Combine("dist/functions/gone.js")));
        Assert.True(File.Exists(project.Combine("dist/functions/hello.js")));
    }

    [Theory]
    [InlineData(5, """{ "compilerOptions": { "noEmit": true } }""", "\"noEmit\"")]
    [InlineData(7, """{ "compilerOptions": { "noEmit": true } }""", "\"noEmit\"")]
    [InlineData(5, """{ "files": [], "references": [{ "path": "./other" }] }""", "project references")]
    [InlineData(5, """{ "compilerOptions": { "outDir": "../elsewhere" } }""", "outside of the project")]
    [InlineData(7, """{ "compilerOptions": { "outDir": "/elsewhere" } }""", "outside of the project")]
    [InlineData(5, """{ "compilerOptions": { "outDir": "." } }""", "holds the sources")]
    [InlineData(5, """{ "compilerOptions": { "outDir": "src/functions/out", "rootDir": "src" } }""", "among the sources")]
    [InlineData(7, """{ "compilerOptions": { "outDir": "src/out", "rootDir": "src" } }""", "among the sources")]
    [InlineData(6, """{ "compilerOptions": { "outDir": "node_modules/out" } }""", "or the packages")]
    [InlineData(5, """{ "compilerOptions": { "rootDir": "src/functions" } }""", "lie outside of it")]
    public async Task Compile_SettingsThatCanNotBeMeant_AreOneErrorAndNothingIsWritten(int version, string settings, string reason)
    {
        using var project = await CompiledProject.CreateAsync(version);
        project.Write("tsconfig.json", settings);

        var message = Assert.Single(project.Compile().Messages);

        Assert.Equal(("AHOY5112", project.Combine("tsconfig.json")), (message.Id, message.File));
        Assert.Contains(reason, message.Text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(project.Combine("dist")));
    }

    [Theory]
    [InlineData(5, "{ \"compilerOptions\": { \"target\": \"es1999\" } }")]
    [InlineData(6, "{ \"compilerOptions\": { \"target\": ")]
    [InlineData(5, "{ \"compilerOptions\": { \"target\": \"es2022\" \"strict\": true }, \"include\": [\"src\"")]
    [InlineData(6, "{ \"compilerOptions\": { \"target\": \"es2022\", \"strict\": true ")]
    [InlineData(7, "{ \"compilerOptions\": { \"target\": \"es2022\" \"strict\": true }, \"include\": [\"src\"")]
    [InlineData(7, "{ \"compilerOptions\": { \"target\": \"es1999\" } }")]
    public async Task Compile_BrokenSettings_AreTheCompilersErrors(int version, string settings)
    {
        using var project = await CompiledProject.CreateAsync(version);
        project.Write("tsconfig.json", settings);

        var result = project.Compile();

        Assert.False(result.IsComplete);
        Assert.All(result.Messages, message => Assert.StartsWith("TS", message.Id, StringComparison.Ordinal));
        Assert.False(Directory.Exists(project.Combine("dist")));
    }

    [Fact]
    public async Task Compile_WithoutACompiler_SaysWhatToType()
    {
        using var project = await CompiledProject.CreateAsync([]);

        Assert.Contains("npm install --save-dev typescript", Assert.Single(project.Compile().Messages).Text, StringComparison.Ordinal);

        project.Write("package.json", """{ "devDependencies": { "typescript": "5.9.3" } }""");
        project.Write("pnpm-lock.yaml", "lockfileVersion: '9.0'\n");
        Assert.Contains("not installed: run `pnpm install`", Assert.Single(project.Compile().Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_ImportsAndModules_BecomeOneFileAndTheSizesAreTold()
    {
        using var project = await CompiledProject.CreateAsync(("esbuild", "esbuild"), ("nanoid", "nanoid"));
        File.Delete(project.Combine("tsconfig.json"));
        Directory.Delete(project.Combine("src"), recursive: true);
        project.Write("functions/id.js", "import { nanoid } from 'nanoid';\nimport twilio from 'twilio';\nexport const handler = (context, event, callback) => callback(null, nanoid() + twilio);\n");
        project.Write("assets/page.html", "<p>");

        var result = project.Compile(bundles: true);

        Assert.Empty(result.Messages);
        var (file, bytes, packages) = Assert.Single(result.Sizes);
        Assert.Equal(project.Combine("functions/id.js"), file);
        Assert.True(bytes > packages && packages > 0);
        Assert.Contains("require(\"twilio\")", project.Read("dist/functions/id.js"), StringComparison.Ordinal);
        Assert.DoesNotContain("require(\"nanoid\")", project.Read("dist/functions/id.js"), StringComparison.Ordinal);
        Assert.Equal("<p>", project.Read("dist/assets/page.html"));
        Assert.False(project.Compile(bundles: true).HasCompiled);

        project.Write("functions/id.js", "import { no } from './missing';\nexport const handler = no;\n");
        var message = Assert.Single(project.Compile(bundles: true).Messages);
        Assert.Equal(("AHOY5110", project.Combine("functions/id.js"), 1), (message.Id, message.File, message.Line));
        Assert.Contains("require(\"twilio\")", project.Read("dist/functions/id.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_WithoutABundler_SaysWhatToType()
    {
        using var project = await CompiledProject.CreateAsync();

        var message = Assert.Single(project.Compile(bundles: true).Messages);

        Assert.Equal("AHOY5110", message.Id);
        Assert.Contains("npm install --save-dev esbuild", message.Text, StringComparison.Ordinal);
    }
}
