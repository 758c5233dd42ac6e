using Ahoy.TestSupport;

namespace Ahoy.VisualStudioCode.Tests;

public sealed class ProgramTests(Extension extension)
{
    [Fact]
    public async Task Program_TestsInNode_Pass()
    {
        Assert.True(File.Exists(extension.File));
        using var folder = new TempFolder();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Program", "program.test.mjs"), folder.Combine("program.test.mjs"));
        await Extension.RunAsync(
            "npx",
            ["esbuild", "src/program.ts", "--bundle", "--platform=node", "--format=esm", $"--outfile={folder.Combine("program.mjs")}"],
            Extension.Work);

        await Extension.RunAsync("node", ["--test", "program.test.mjs"], folder.Path);
    }
}
