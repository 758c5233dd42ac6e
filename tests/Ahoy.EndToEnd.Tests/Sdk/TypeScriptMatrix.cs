using System.Text.Json;
using System.Text.RegularExpressions;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>A finding of a build: which rule, in which case, at which line of what its author wrote.</summary>
public sealed record MatrixFinding(string Rule, int Case, int Line);

/// <summary>Builds the cases of the rules, in JavaScript once and in TypeScript for each target and kind of module.</summary>
public sealed partial class TypeScriptMatrix(SdkPackage package) : IAsyncLifetime
{
    private const int Share = 4;

    // TypeScript's own checks are not what is tried here.
    private const string FirstLine = "// @ts-nocheck\n";

    private readonly Dictionary<int, RuleCase> _cases = [];
    private HashSet<MatrixFinding> _inJavaScript = [];
    private string _packages = "";

    public static IReadOnlyList<string> Targets { get; } = ["es5", "es2015", "es2017", "es2022"];

    public static IReadOnlyList<string> Modules { get; } = ["commonjs", "node16"];

    private static bool AreAll { get; } = Environment.GetEnvironmentVariable("AHOY_COMPILED") == "all";

    /// <summary>Why there is nothing to look at; null where there is.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        try
        {
            _packages = await NodePackages.InstallAsync(Path.Combine(AppContext.BaseDirectory, "Sdk", "TypeScript"));
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Missing = $"TypeScript can't be installed: {e.Message}";
            return;
        }

        var number = 0;
        foreach (var @case in RuleCaseFile.All().SelectMany(RuleCaseFile.Read).Where(IsByItself))
        {
            _cases.Add(++number, @case);
        }

        using var project = package.CreateProject();
        foreach (var (index, @case) in _cases)
        {
            project.Write("functions/" + NameOf(index, @case), @case.Source.Text);
        }

        _inJavaScript = await FindingsAsync(project, 0);
        var broken = _inJavaScript.Where(finding => finding.Rule is "AHOY0001" or "AHOY0002").Select(finding => finding.Case).ToHashSet();
        foreach (var index in broken)
        {
            _cases.Remove(index);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What is expected of a build, and what it said.</summary>
    public async Task<(HashSet<MatrixFinding> Expected, HashSet<MatrixFinding> Found)> BuildAsync(string target, string module)
    {
        var offset = (Targets.ToList().IndexOf(target) * Modules.Count) + Modules.ToList().IndexOf(module);
        var cases = _cases.Where(entry => AreAll || (entry.Key + offset) % Share == 0).ToDictionary();
        using var project = package.CreateProject();
        project.Write("package.json", """{ "name": "matrix" }""");
        Directory.CreateDirectory(Path.Combine(project.Folder, "node_modules"));
        Directory.CreateSymbolicLink(Path.Combine(project.Folder, "node_modules", "typescript"), Path.Combine(_packages, "typescript"));
        project.Write("tsconfig.json", $$"""
            { "compilerOptions": { "target": "{{target}}", "module": "{{module}}", "lib": ["es2022"], "types": [], "strict": false, "alwaysStrict": false, "skipLibCheck": true, "ignoreDeprecations": "5.0" }, "include": ["src"] }
            """);
        foreach (var (index, @case) in cases)
        {
            project.Write("src/functions/" + Path.ChangeExtension(NameOf(index, @case), ".ts"), FirstLine + WithTypes(@case.Source.Text));
        }

        return (_inJavaScript.Where(finding => cases.ContainsKey(finding.Case)).ToHashSet(), await FindingsAsync(project, FirstLine.Count(character => character == '\n')));
    }

    /// <summary>Whether a compiler leaves nothing of what is wrong, or another line of it.</summary>
    public bool IsLost(MatrixFinding finding, string target) =>
        finding.Rule is "AHOY1006" or "AHOY2002" or "AHOY2004" or "AHOY2006" || TypeScriptLosses.Below(target).Contains($"{finding.Rule} {_cases[finding.Case].Name}");

    /// <summary>Findings with the code that they are about, and what else was found there.</summary>
    public string Show(IEnumerable<MatrixFinding> findings, IEnumerable<MatrixFinding> all) => string.Join('\n', findings.GroupBy(finding => finding.Case).Select(group =>
        $"{_cases[group.Key].Id} {_cases[group.Key].Name}: {Words(group)}; there is: {Words(all.Where(finding => finding.Case == group.Key))}\n{_cases[group.Key].Source.Text}"));

    private static string Words(IEnumerable<MatrixFinding> findings) => string.Join(' ', findings.Select(finding => $"{finding.Rule}:{finding.Line}"));

    /// <summary>What people write into a handler.</summary>
    private static string WithTypes(string code) => Handler().Replace(code, "($1: any, $2: any, $3: (error?: unknown, answer?: unknown) => void)");

    private static string NameOf(int index, RuleCase @case) => $"c{index:0000}{Path.GetFileName(@case.File)["subject".Length..]}";

    // What stands in a file of its own, in a project of which nothing is said; of the language itself TypeScript has its own errors.
    private static bool IsByItself(RuleCase @case) =>
        @case.Others.Count == 0 && @case.File.StartsWith("functions/subject.", StringComparison.Ordinal) && @case.File.EndsWith(".js", StringComparison.Ordinal)
        && !@case.Id.StartsWith("AHOY0", StringComparison.Ordinal) && !@case.Id.StartsWith("AHOY4", StringComparison.Ordinal);

    private static async Task<HashSet<MatrixFinding>> FindingsAsync(OutsideProject project, int firstLines)
    {
        var result = await project.DotnetAsync("build", "-tl:off", "-p:ErrorLog=build.sarif%2cversion=2.1", "-p:TreatWarningsAsErrors=false", "-p:WarningLevel=4");
        var log = Path.Combine(project.Folder, "build.sarif");
        Assert.True(File.Exists(log) && !result.Output.Contains(": error TS", StringComparison.Ordinal), result.Output);
        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(log));
        var findings = new HashSet<MatrixFinding>();
        foreach (var found in sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            var place = found.GetProperty("locations")[0].GetProperty("physicalLocation");
            var name = CaseNumber().Match(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
            var rule = found.GetProperty("ruleId").GetString()!;
            if (name.Success && !rule.StartsWith("AHOY4", StringComparison.Ordinal) && !found.TryGetProperty("suppressions", out _))
            {
                // What is missing in a file is said at its beginning.
                findings.Add(new MatrixFinding(rule, int.Parse(name.Groups[1].Value), Math.Max(1, place.GetProperty("region").GetProperty("startLine").GetInt32() - firstLines)));
            }
        }

        return findings;
    }

    [GeneratedRegex(@"/c(\d{4})\.[a-z.]*(?:ts|js)$")]
    private static partial Regex CaseNumber();

    [GeneratedRegex(@"\((context), (event), (callback)\)(?= *(?:=>|\{))")]
    private static partial Regex Handler();
}
