using Ahoy.Bundling.TypeScript;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.TypeScript;

public sealed class ServiceTypesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private ProjectSettings Settings => ProjectSettings.Of(_folder.Path, new GivenSettings(), ToolkitConfiguration.Empty);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Types_OfAService_HaveItsVariablesFunctionsAndPrivateAssets()
    {
        _folder.Write(".env", "GREETING=secret value\nDOMAIN_NAME=mine\n");
        _folder.Write("functions/sms/reply.protected.js", "");
        _folder.Write("assets/word's.private.json", "");
        _folder.Write("assets/open.json", "");

        Assert.True(ServiceTypes.Write(Settings));

        var text = File.ReadAllText(_folder.Combine("ahoy.d.ts"));
        Assert.Contains("    readonly GREETING: string;\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("DOMAIN_NAME").Length);
        Assert.Contains("    readonly 'sms/reply': FunctionFile;\n", text, StringComparison.Ordinal);
        Assert.Contains("    readonly '/word\\'s.json': Asset;\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("open.json", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret value", text, StringComparison.Ordinal);
        Assert.True(ServiceTypes.AreCurrent(Settings));
        Assert.False(ServiceTypes.Write(Settings));

        _folder.Write(".env", "GREETING=x\nMORE=y\n");
        Assert.False(ServiceTypes.AreCurrent(Settings));
    }

    /// <summary>On a build server there is no environment file.</summary>
    [Fact]
    public void Types_WithoutTheEnvironmentFile_KeepWhatTheyHad()
    {
        _folder.Write(".env", "GREETING=x\n'odd name'=y\nODD-NAME=z\n");
        ServiceTypes.Write(Settings);
        File.Delete(_folder.Combine(".env"));

        Assert.True(ServiceTypes.AreCurrent(Settings));
        Assert.Contains("GREETING", File.ReadAllText(_folder.Combine("ahoy.d.ts")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Ahoy.Templates/content/service-ts")]
    [InlineData("samples/feedback")]
    public void Types_ThatAreCommitted_AreCurrent(string project) =>
        Assert.True(ServiceTypes.AreCurrent(ProjectSettings.Of(Repository.Combine(project), new GivenSettings(), ToolkitConfiguration.Empty)));

    [Fact]
    public async Task Types_InACompiler_KnowWhatIsThereAndWhatIsNot()
    {
        using var project = await CompiledProject.CreateAsync();
        project.Write("src/functions/hello.ts", """
            export const handler: Ahoy.Handler = (context, event, callback) => {
              const a: string = context.GREETING;
              const b = Runtime.getFunctions()['hello'].path;
              new Response().setStatusCode(200).setBody(a).appendHeader('x', b);
              callback(null, context.NOT_THERE);
            };

            """);
        project.Write(".env", "GREETING=x\n");

        var message = Assert.Single(project.Compile().Messages);

        Assert.Equal(("TS2339", 5), (message.Id, message.Line));
    }
}
