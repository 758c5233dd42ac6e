using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.Robustness;

/// <summary>Scopes of real files that were broken at random: always there, and sound.</summary>
public sealed class ScopeFuzzTests
{
    private const int TextsPerSeed = 100;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Create_BrokenFiles_GivesSoundScopes(int seed)
    {
        var sources = Sources();
        var mutator = new JavaScriptMutator(seed);
        for (var i = 0; i < TextsPerSeed; i++)
        {
            var text = mutator.Mutate(mutator.Excerpt(mutator.Pick(sources), 80), 6);
            var type = mutator.Pick<SourceType>([SourceType.Script, SourceType.Module, SourceType.CommonJs]);
            AssertSound(ScopeTree.Create(JavaScriptParser.Parse(text, new ParseOptions { SourceType = type }).Root), text);
        }
    }

    private static void AssertSound(ScopeTree tree, string text)
    {
        var last = 0;
        foreach (var reference in tree.References)
        {
            Assert.True(reference.Identifier.Start >= last, text);
            last = reference.Identifier.Start;
            Assert.Equal(reference, tree.ReferenceOf(reference.Identifier));
            Assert.True(reference.Kinds != ReferenceKinds.None, text);
            if (reference.Binding is { } binding)
            {
                Assert.Equal(reference.Identifier.Name, binding.Name);
                Assert.Contains(binding.Scope, Around(reference.Scope));
                Assert.Contains(reference, binding.References);
                Assert.Contains(binding, binding.Scope.Bindings);
            }
        }
    }

    private static IEnumerable<Scope> Around(Scope scope)
    {
        for (Scope? around = scope; around is not null; around = around.Parent)
        {
            yield return around;
        }
    }

    private static List<string> Sources()
    {
        var folders = new[] { Repository.Combine("samples"), Repository.Combine("src", "Ahoy.Host", "Workers", "node") };
        var files = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.js", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules"))
            .Order(StringComparer.Ordinal);
        var sources = files.Select(File.ReadAllText).ToList();
        Assert.NotEmpty(sources);
        return sources;
    }
}
