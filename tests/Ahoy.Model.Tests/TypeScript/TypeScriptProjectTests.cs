using Ahoy.TestSupport;

namespace Ahoy.Model.Tests.TypeScript;

public sealed class TypeScriptProjectTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sources_InSrc_AreServedFromDist()
    {
        _folder.Write("tsconfig.json", "{}");
        _folder.Write("src/functions/sms/hello.protected.ts", "");

        var layout = ServiceLayout.Of(_folder.Path);

        Assert.Equal(("dist/functions", "dist/assets"), (layout.FunctionsFolder, layout.AssetsFolder));
        Assert.Equal(_folder.Combine("src/ahoy.d.ts"), layout.TypeScript!.Types);
    }

    [Fact]
    public void Sources_InFunctions_AreServedFromDist()
    {
        _folder.Write("tsconfig.json", "{ /* comments, and */ \"compilerOptions\": { \"strict\": true, }, }");
        _folder.Write("functions/hello.ts", "");

        Assert.Equal("dist/functions", ServiceLayout.Of(_folder.Path).FunctionsFolder);
    }

    [Theory]
    [InlineData("""{ "compilerOptions": { "outDir": "./build/js" } }""", "build/js/functions")]
    [InlineData("""{ "compilerOptions": { "outDir": "build", "rootDir": "." } }""", "build/src/functions")]
    [InlineData("""{ "extends": "./base", "compilerOptions": { "strict": true } }""", "out/functions")]
    [InlineData("""{ "extends": ["./none.json", "./base.json"] }""", "out/functions")]
    [InlineData("""{ "extends": "./tsconfig.json" }""", "dist/functions")]
    [InlineData("{ broken", "dist/functions")]
    public void Output_IsWhatTheCompilersSettingsSay(string configuration, string functions)
    {
        _folder.Write("tsconfig.json", configuration);
        _folder.Write("base.json", """{ "compilerOptions": { "outDir": "out" } }""");
        _folder.Write("src/functions/hello.ts", "");

        Assert.Equal(functions, ServiceLayout.Of(_folder.Path).FunctionsFolder);
    }

    [Fact]
    public void Project_InJavaScript_NeedsNoCompiler()
    {
        _folder.Write("tsconfig.json", """{ "compilerOptions": { "checkJs": true, "noEmit": true } }""");
        _folder.Write("functions/hello.js", "");
        _folder.Write("functions/types.d.ts", "");
        _folder.Write("assets/film.ts", "");

        var layout = ServiceLayout.Of(_folder.Path);

        Assert.Null(layout.TypeScript);
        Assert.Equal("functions", layout.FunctionsFolder);
    }

    [Fact]
    public void Project_WhoseFileTurnsItOff_IsLeftAlone()
    {
        _folder.Write("tsconfig.json", "{}");
        _folder.Write("src/functions/hello.ts", "");
        _folder.Write("x.csproj", "<Project><PropertyGroup><AhoyTypeScript>false</AhoyTypeScript></PropertyGroup></Project>");

        Assert.Null(ProjectSettings.Of(_folder.Path, new GivenSettings(), ToolkitConfiguration.Empty).Layout.TypeScript);
        Assert.NotNull(ProjectSettings.Of(_folder.Path, new GivenSettings { CompilesTypeScript = true }, ToolkitConfiguration.Empty).Layout.TypeScript);
    }

    [Fact]
    public void Project_ThatIsBundled_IsServedFromDistInJavaScriptToo()
    {
        _folder.Write("functions/hello.js", "");
        _folder.Write("x.csproj", "<Project><PropertyGroup><AhoyBundle>True</AhoyBundle></PropertyGroup></Project>");

        var layout = ProjectSettings.Of(_folder.Path, new GivenSettings(), ToolkitConfiguration.Empty).Layout;

        Assert.Equal("dist/functions", layout.FunctionsFolder);
        Assert.False(layout.TypeScript!.HasTypeScript);
    }

    [Fact]
    public void Folder_ThatIsNamed_Counts()
    {
        _folder.Write("tsconfig.json", "{}");
        _folder.Write("src/functions/hello.ts", "");

        Assert.Equal("lib", ServiceLayout.Of(_folder.Path, "lib").FunctionsFolder);
    }
}
