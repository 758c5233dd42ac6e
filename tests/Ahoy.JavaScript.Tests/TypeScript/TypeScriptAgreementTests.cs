using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ahoy.JavaScript.Parsing;

namespace Ahoy.JavaScript.Tests.TypeScript;

public sealed class TypeScriptAgreementTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Parse_RealCode_GivesTheTreeOfTheTextWithoutTypes()
    {
        var files = await TypeScriptPackages.SourcesAsync();
        Assert.True(files.Length >= 320, $"Only {files.Length} files were found.");
        using var oracle = Start();
        var differences = new List<string>();
        var compared = 0;
        foreach (var file in files)
        {
            var ours = JavaScriptParser.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), Options(SourceLanguage.TypeScript));
            if (ours.Errors.Count > 0)
            {
                differences.Add($"{file}: {ours.Errors[0]}");
                continue;
            }

            if (await AskAsync(oracle, file) is not { } blanked)
            {
                continue;
            }

            compared++;
            var theirs = JavaScriptParser.Parse(blanked, Options(SourceLanguage.JavaScript));
            if (theirs.Errors.Count > 0 || ErasedTree.Of(ours.Root, blanked) != ErasedTree.Of(theirs.Root, blanked))
            {
                differences.Add($"{file}: {(theirs.Errors.Count > 0 ? theirs.Errors[0].ToString() : "another tree")}");
            }
        }

        oracle.StandardInput.Close();
        await oracle.WaitForExitAsync(TestContext.Current.CancellationToken);
        output.WriteLine($"{files.Length} files, {compared} of them compared");
        Assert.Empty(differences);
        Assert.True(compared >= 250, $"Only {compared} files could be compared.");
    }

    private static ParseOptions Options(SourceLanguage language) => new() { SourceType = SourceType.Module, Language = language };

    private static Process Start() => Process.Start(new ProcessStartInfo("node", ["blank.mjs"])
    {
        WorkingDirectory = TypeScriptPackages.Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    private static async Task<string?> AskAsync(Process oracle, string file)
    {
        await oracle.StandardInput.WriteLineAsync(file);
        await oracle.StandardInput.FlushAsync();
        var answer = await oracle.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException($"blank.mjs has ended at {file}.");
        return JsonSerializer.Deserialize<string?>(answer);
    }
}
