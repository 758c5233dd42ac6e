using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Infrastructure;

/// <summary>A project of the Serverless Toolkit: a folder without a project file.</summary>
internal sealed class ToolkitProject : IDisposable
{
    private readonly TempFolder _folder = new();

    public ToolkitProject(string name)
    {
        Write("package.json", $$"""{ "name": "{{name}}", "dependencies": {} }""");
        Write("functions/hello.js", "exports.handler = (context, event, callback) => callback(null, `hello ${context.A || '-'}`);\n");
        Write("assets/page.txt", "a page");
    }

    public string Path => _folder.Path;

    public string Write(string path, string content) => _folder.Write(path, content);

    public string Combine(string path) => _folder.Combine(path);

    public void Dispose() => _folder.Dispose();
}
