using System.Globalization;
using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>References of real code against those that eslint-scope finds on acorn's trees.</summary>
public sealed class EslintScopeTests(ITestOutputHelper output)
{
    private const int MostShown = 10;

    [Fact]
    public async Task References_RealCode_AreThoseOfEslintScope() => await CompareAsync(await Packages.RealCodeAsync(), atLeast: 300);

    /// <summary>The big corpus: bench/run differential installs it and names its folder.</summary>
    [Fact]
    public async Task References_Corpus_AreThoseOfEslintScope()
    {
        if (Environment.GetEnvironmentVariable("AHOY_CORPUS") is not { Length: > 0 } corpus)
        {
            Assert.Skip("AHOY_CORPUS names no folder: run bench/run differential.");
            return;
        }

        await CompareAsync(Packages.JavaScriptFiles(corpus), atLeast: 6000);
    }

    private async Task CompareAsync(string[] files, int atLeast)
    {
        await Packages.InstallAsync();
        var trees = files.Select(Analyze).ToList();
        using var folder = new TempFolder();
        var list = folder.Write("files.txt", string.Join('\n', files.Zip(trees, (file, tree) => $"{NameOf(tree.Type)}\t{file}")));
        var result = await ProcessRunner.RunAsync(
            "node",
            ["--max-old-space-size=6000", "eslint-scope-references.mjs", list],
            Packages.Folder,
            timeout: TimeSpan.FromMinutes(5),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.ToString());

        var answers = result.Output.Split('\n');
        var differences = new List<string>();
        var compared = 0;
        var references = 0;
        for (var i = 0; i < files.Length; i++)
        {
            // Empty where acorn can't read the file, as some are neither script nor module.
            if (answers[i].Length > 0)
            {
                compared++;
                references += Compare(files[i], trees[i].Tree, answers[i], differences);
            }
        }

        output.WriteLine($"{compared} files, {references} references");
        Assert.True(compared >= atLeast, $"Only {compared} files were compared.");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(MostShown).Prepend($"{differences.Count} differences")));
    }

    private static (ScopeTree Tree, SourceType Type) Analyze(string path)
    {
        var text = File.ReadAllText(path);
        var type = Path.GetExtension(path) == ".mjs" ? SourceType.Module : SourceType.CommonJs;
        var result = JavaScriptParser.Parse(text, new ParseOptions { SourceType = type });
        if (result.Errors.Count > 0 && type == SourceType.CommonJs)
        {
            type = SourceType.Module;
            result = JavaScriptParser.Parse(text, new ParseOptions { SourceType = type });
        }

        return (ScopeTree.Create(result.Root), type);
    }

    private static int Compare(string file, ScopeTree tree, string answer, List<string> differences)
    {
        var theirs = answer.Split(' ').Select(part => part.Split(':'))
            .GroupBy(parts => int.Parse(parts[0], CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var reference in tree.References)
        {
            var known = theirs.Remove(reference.Identifier.Start, out var their);
            if (!reference.IsRead && !reference.IsWrite)
            {
                // eslint-scope counts the default value of a parameter as a write, which is none if there is an argument.
                if (known && reference.Binding?.Kind != BindingKind.Parameter)
                {
                    differences.Add($"{file}: only eslint-scope has {string.Join(':', their!)}");
                }
            }
            else if (Describe(reference) is var our && (their is null || !IsSame(our, their)))
            {
                differences.Add($"{file}: {reference.Identifier.Name} {string.Join(':', our)}, not {string.Join(':', their ?? [])}");
            }
        }

        differences.AddRange(theirs.Values.Select(their => $"{file}: only eslint-scope has {string.Join(':', their)}"));
        return tree.ReferenceTable.Length;
    }

    private static string[] Describe(Reference reference) =>
    [
        reference.Identifier.Start.ToString(CultureInfo.InvariantCulture),
        (reference.IsRead ? "r" : "") + (reference.IsWrite ? "w" : ""),
        reference.Binding is not { } binding ? "-" : binding.Identifier?.Start.ToString(CultureInfo.InvariantCulture) ?? binding.Name,
    ];

    private static bool IsSame(string[] our, string[] their) => our[1] == their[1] && their[2].Split(',').Contains(our[2]);

    private static string NameOf(SourceType type) => type == SourceType.Module ? "module" : "commonjs";
}
