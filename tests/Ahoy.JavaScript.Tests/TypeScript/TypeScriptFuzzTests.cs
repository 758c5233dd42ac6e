using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Tests.Robustness;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.TypeScript;

/// <summary>TypeScript, broken at random by fixed seeds: there is always a sound tree, and no text costs more than its square.</summary>
public sealed class TypeScriptFuzzTests
{
    private const int TextsPerSeed = 1500;
    private const int LinesPerText = 60;

    // What is set up once, and what a deep text moves to a thread of its own.
    private const int Slack = 1_000_000;

    public static TheoryData<string> Repeated =>
    [
        "a<", "(a:", "(a?", "a?(b):", "<T>(", "[infer U extends ", "(", "{(a:{", "a as (", "class A<T extends ", "namespace A.", "@", "@a(", "`${a<", "f<{",
        "a ? (b) : c => ", "a ? (b): c => ", "async <T>(", "type A = B extends C ? ", "enum A { B = ", "x: (({a}:", "a<b,", "new A<", "import a = ", "export ", "declare ",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Parse_BrokenCode_GivesASoundTree(int seed)
    {
        var files = (await TypeScriptPackages.SourcesAsync()).Select(file => File.ReadAllText(file)).ToArray();
        var mutator = new JavaScriptMutator(seed);
        SourceType[] types = [SourceType.Script, SourceType.Module, SourceType.CommonJs];
        for (var i = 0; i < TextsPerSeed; i++)
        {
            AssertSound(mutator.Mutate(mutator.Excerpt(mutator.Pick(files), LinesPerText), most: 6), mutator.Pick(types));
        }
    }

    [Fact]
    public void Parse_EveryPrefixAndSuffixOfEveryConstruct_GivesASoundTree()
    {
        foreach (var (text, _) in TypeScriptSyntaxTests.Erased.Concat(TypeScriptSyntaxTests.Modules).Concat(TypeScriptSyntaxTests.Kept).Select(row => row.Data))
        {
            for (var at = 0; at <= text.Length; at++)
            {
                AssertSound(text[..at], SourceType.Module);
                AssertSound(text[at..], SourceType.CommonJs);
            }
        }
    }

    /// <summary>What is tried in two ways costs twice, not twice each time: by what the parser allocates, which no other program on the machine changes.</summary>
    [Theory]
    [MemberData(nameof(Repeated))]
    public void Parse_WhatMayBeTwoThingsOverAndOver_CostsNoMoreThanItsSquare(string piece)
    {
        var half = Allocated(piece, 750);
        var whole = Allocated(piece, 1500);

        Assert.True(whole <= (5 * half) + Slack, $"{half} bytes, and {whole} for twice the text.");
    }

    private static long Allocated(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = JavaScriptParser.Parse(text, new ParseOptions { SourceType = SourceType.CommonJs, Language = SourceLanguage.TypeScript });
        ScopeTree.Create(result.Root);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TreeInvariants.Assert(result);
        return allocated;
    }

    private static void AssertSound(string text, SourceType type)
    {
        var result = JavaScriptParser.Parse(text, new ParseOptions { SourceType = type, Language = SourceLanguage.TypeScript });
        TreeInvariants.Assert(result);
        ScopeTree.Create(result.Root);
    }
}
