using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Scopes;
using Ahoy.JavaScript.Tests.Robustness;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.TypeScript;

/// <summary>TypeScript, broken at random by fixed seeds: there is always a sound tree, and nothing takes long.</summary>
public sealed class TypeScriptFuzzTests
{
    private const int TextsPerSeed = 1500;
    private const int LinesPerText = 60;

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

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Parse_WhatMayBeTwoThingsOverAndOver_IsReadInTime(string piece)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        AssertSound(string.Concat(Enumerable.Repeat(piece, 1500)), SourceType.CommonJs);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    private static void AssertSound(string text, SourceType type)
    {
        var result = JavaScriptParser.Parse(text, new ParseOptions { SourceType = type, Language = SourceLanguage.TypeScript });
        TreeInvariants.Assert(result);
        ScopeTree.Create(result.Root);
    }
}
