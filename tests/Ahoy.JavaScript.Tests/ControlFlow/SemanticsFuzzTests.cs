using Ahoy.JavaScript.ControlFlow;
using Ahoy.JavaScript.Parsing.RegularExpressions;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Syntax;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.ControlFlow;

/// <summary>Scopes and graphs of real files that were broken at random: always there, and sound.</summary>
public sealed class SemanticsFuzzTests
{
    private const int TextsPerSeed = 100;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Model_BrokenFiles_IsSound(int seed)
    {
        var sources = Sources();
        var mutator = new JavaScriptMutator(seed);
        for (var i = 0; i < TextsPerSeed; i++)
        {
            var text = mutator.Mutate(mutator.Excerpt(mutator.Pick(sources), 80), 6);
            var type = mutator.Pick<SourceType>([SourceType.Script, SourceType.Module, SourceType.CommonJs]);
            var model = new SemanticModel(JavaScriptParser.Parse(text, new ParseOptions { SourceType = type }).Root);

            AssertSound(model.Scopes, text);
            foreach (var owner in model.Program.DescendantsAndSelf().Where(n => n is IFunction or Program or StaticBlock or PropertyDefinition))
            {
                AssertSound(model.GraphOf(owner), text);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Validate_RandomPatterns_NeverFailsItself(int seed)
    {
        string[] parts =
        [
            "a", "é", "\ud83d\ude00", "\ud83d", "1", "0", "-", "^", "$", ".", "*", "+", "?", "{", "}", "{1}", "{2,1}", "(", ")", "(?",
            "(?<a>", "(?<a", "(?:", "(?<=", "(?i-", "[", "]", "[^", "|", "\\", "\\d", "\\1", "\\k<a>", "\\k", "\\c", "\\x4",
            "\\u", "\\u{61}", "\\u{", "\\p{L}", "\\p{", "\\q{a|b}", "\\q{", "&&", "--", "/", ",", "<", ">", ":",
        ];
        var mutator = new JavaScriptMutator(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var pattern = string.Concat(Enumerable.Range(0, 1 + (i % 9)).Select(_ => mutator.Pick(parts)));
            var flags = mutator.Pick<string>(["", "u", "v", "gi", "uv"]);
            var text = $"x = /{pattern}/{flags};";
            var isValid = RegExpValidator.TryValidate(text, 5, 5 + pattern.Length, flags, out var offset, out var message);

            Assert.Equal(isValid, message.Length == 0);
            Assert.True(isValid || (offset >= 5 && offset < text.Length), text);
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

    private static void AssertSound(FlowGraph graph, string text)
    {
        foreach (var block in graph.Blocks)
        {
            Assert.Same(block, graph.Blocks[block.Index]);
            Assert.True(!block.IsReachable || block.Outgoing.Count > 0 || block == graph.Exit || block == graph.ExceptionalExit, text);
            Assert.All(block.Outgoing, edge => Assert.Contains(edge, edge.To.Incoming));
            Assert.All(block.Outgoing.Where(e => e.Kind == FlowEdgeKind.Exception), edge => Assert.Same(edge.Condition, block.Nodes[^1]));
        }

        Assert.All(graph.Ends, end => Assert.True(end.Block.IsReachable, text));
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
