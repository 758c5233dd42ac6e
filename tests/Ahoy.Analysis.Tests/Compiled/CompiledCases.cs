using System.Text.Json;
using Ahoy.Analysis.Engine;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Compiled;

/// <summary>Compiles the cases of all rules once for the tests of this folder.</summary>
public sealed class CompiledCases : IAsyncLifetime, IDisposable
{
    /// <summary>Each variant gets every third case, another third than the next one; <c>AHOY_COMPILED=all</c> gives it all of them.</summary>
    private const int Share = 3;

    /// <summary>webpack takes its time for each file.</summary>
    private const int ShareOfWebpack = 30;

    private readonly TempFolder _folder = new();
    private readonly List<(RuleCase Case, IReadOnlySet<string> Expected)> _cases = [];

    /// <summary>Whether each variant gets all cases.</summary>
    public static bool AreAll { get; } = Environment.GetEnvironmentVariable("AHOY_COMPILED") == "all";

    /// <summary>The variants that <c>compile.mjs</c> knows.</summary>
    public static IReadOnlyList<string> Variants { get; } =
    [
        "tsc-es5", "tsc-es2015", "tsc-es2016", "tsc-es2017", "tsc-es5-tslib", "tsc-es2015-tslib-module", "tsc-es5-module",
        "esbuild-es2015", "esbuild-es2017", "esbuild-es2020", "esbuild-es2015-minified", "esbuild-esnext-minified",
        "esbuild-bundle", "esbuild-bundle-minified", "esbuild-bundle-module", "esbuild-bundle-module-minified",
        "swc-es5", "swc-es2015", "swc-es2017-module", "swc-es2015-minified", "swc-es2017-minified",
        "babel-regenerator", "babel-generators", "babel-regenerator-module",
        "rollup-module", "webpack-development", "webpack-production", "webpack-production-module",
    ];

    /// <summary>Why there is nothing to look at; null where there is.</summary>
    public string? Missing { get; private set; }

    /// <summary>The folder of <c>compile.mjs</c> and its packages.</summary>
    public static string Compilers { get; } = Path.Combine(AppContext.BaseDirectory, "Compiled");

    private string Output => Path.Combine(_folder.Path, "out");

    public async ValueTask InitializeAsync()
    {
        try
        {
            await NodePackages.InstallAsync(Compilers);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Missing = $"The compilers can't be installed: {e.Message}";
            return;
        }

        var result = await ProcessRunner.RunAsync("node", [Path.Combine(Compilers, "compile.mjs"), Write(), Output], Compilers, timeout: TimeSpan.FromMinutes(10));
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    /// <summary>The cases as a variant has put them.</summary>
    public IEnumerable<CompiledCase> Of(string variant) =>
        from i in Enumerable.Range(0, _cases.Count)
        let file = Path.Combine(Output, variant, $"{i}.js")
        where File.Exists(file)
        select new CompiledCase(_cases[i].Case, _cases[i].Expected, File.ReadAllText(file));

    /// <summary>Runs the rules over an output in the place of its source.</summary>
    internal static IReadOnlyList<Finding> Check(RuleCase @case, string text) =>
        RuleEngine.Run(
            new FileContext(SourceFile.Parse(text), FunctionsProject.ResourceOf(@case.File), @case.Project, CancellationToken.None),
            FileSeverities.Default);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes the cases that are valid code of Functions, and which of them each variant gets.</summary>
    private string Write()
    {
        var input = Directory.CreateDirectory(Path.Combine(_folder.Path, "in")).FullName;
        foreach (var @case in RuleCaseFile.All().SelectMany(RuleCaseFile.Read))
        {
            if (RuleEngine.Analyzes(FunctionsProject.ResourceOf(@case.File)) && SourceFile.Parse(@case.Source.Text).Errors.Count == 0)
            {
                File.WriteAllText(Path.Combine(input, $"{_cases.Count}.js"), @case.Source.Text);
                _cases.Add((@case, Check(@case, @case.Source.Text).Select(finding => finding.Rule.Id).ToHashSet()));
            }
        }

        var manifest = Variants.Select((variant, offset) =>
        {
            var share = variant.StartsWith("webpack", StringComparison.Ordinal) ? ShareOfWebpack : Share;
            return (variant, Files: Enumerable.Range(0, _cases.Count).Where(i => AreAll || (i + offset) % share == 0).Select(static i => $"{i}.js"));
        });
        File.WriteAllText(Path.Combine(input, "manifest.json"), JsonSerializer.Serialize(manifest.ToDictionary(entry => entry.variant, entry => entry.Files)));
        return input;
    }
}
