using Ahoy.Bundling.TypeScript;
using Ahoy.Model;
using Ahoy.TestSupport;

namespace Ahoy.Bundling.Tests.TypeScript;

/// <summary>A project with a compiler of its own.</summary>
internal sealed class CompiledProject : IDisposable
{
    public const string Settings = """{ "compilerOptions": { "target": "es2022", "module": "commonjs", "lib": ["es2022"], "types": [], "strict": true, "skipLibCheck": true }, "include": ["src"] }""";

    public const string Hello = """
        export const handler: Ahoy.Handler<{ name?: string }> = (context, event, callback) => {
          callback(null, `Ahoy, ${event.name ?? 'you'}!`);
        };

        """;

    private readonly TempFolder _folder = new();

    private CompiledProject()
    {
    }

    public string Folder => _folder.Path;

    /// <summary>Makes a project with some of the packages of <c>Compilers</c>, each as what it is called there.</summary>
    public static async Task<CompiledProject> CreateAsync(params (string Name, string Package)[] packages)
    {
        var installed = await NodePackages.InstallAsync(Path.Combine(AppContext.BaseDirectory, "TypeScript", "Compilers"), TestContext.Current.CancellationToken);
        var project = new CompiledProject();
        Directory.CreateDirectory(project.Combine("node_modules"));
        foreach (var (name, package) in packages)
        {
            Directory.CreateSymbolicLink(project.Combine($"node_modules/{name}"), Path.Combine(installed, package));
        }

        project.Write("package.json", "{ \"name\": \"compiled\" }");
        project.Write("tsconfig.json", Settings);
        project.Write("src/functions/hello.ts", Hello);
        return project;
    }

    public static Task<CompiledProject> CreateAsync(int version = 5) => CreateAsync(("typescript", $"typescript{version}"));

    public string Write(string file, string text) => _folder.Write(file, text);

    public string Combine(string file) => _folder.Combine(file);

    public string Read(string file) => File.ReadAllText(Combine(file));

    /// <summary>Later than all that was written before, whatever the file system's clock can tell apart.</summary>
    public void Change(string file, string text) => File.SetLastWriteTimeUtc(Write(file, text), DateTime.UtcNow.AddSeconds(-1));

    public CompilerResult Compile(bool bundles = false) => TypeScriptBuild.Run(
        ProjectSettings.Of(Folder, new GivenSettings { Bundles = bundles }, ToolkitConfiguration.Empty), Combine("obj"), TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();
}
