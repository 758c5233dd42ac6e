using Ahoy.JavaScript.Parsing;
using Ahoy.JavaScript.Tests.Conformance;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.Robustness;

/// <summary>Real code, broken at random by fixed seeds.</summary>
public sealed class FuzzTests
{
    private const int TextsPerSeed = 1500;
    private const int LinesPerText = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Parse_BrokenCode_GivesASoundTree(int seed)
    {
        var files = (await Packages.RealCodeAsync()).Select(file => File.ReadAllText(file)).ToArray();
        var mutator = new JavaScriptMutator(seed);
        SourceType[] types = [SourceType.Script, SourceType.Module, SourceType.CommonJs];
        for (var i = 0; i < TextsPerSeed; i++)
        {
            var text = mutator.Mutate(mutator.Excerpt(mutator.Pick(files), LinesPerText), most: 6);
            TreeInvariants.Assert(JavaScriptParser.Parse(text, new ParseOptions { SourceType = mutator.Pick(types) }));
        }
    }

    [Fact]
    public async Task Parse_BrokenConformanceTests_GivesASoundTree()
    {
        var tests = Path.Combine(await Packages.InstallAsync(), "test262-parser-tests");
        var mutator = new JavaScriptMutator(seed: 5);
        foreach (var file in Packages.JavaScriptFiles(tests))
        {
            var text = mutator.Mutate(File.ReadAllText(file));
            TreeInvariants.Assert(JavaScriptParser.Parse(text, new ParseOptions { SourceType = SourceType.CommonJs }));
        }
    }

    [Fact]
    public void Parse_EveryPrefixOfAFile_GivesASoundTree()
    {
        for (var length = 0; length <= Samples.EveryConstruct.Length; length++)
        {
            TreeInvariants.Assert(JavaScriptParser.Parse(Samples.EveryConstruct[..length]));
        }
    }

    [Fact]
    public void Parse_EverySuffixOfAFile_GivesASoundTree()
    {
        for (var start = 0; start <= Samples.EveryConstruct.Length; start++)
        {
            TreeInvariants.Assert(JavaScriptParser.Parse(Samples.EveryConstruct[start..]));
        }
    }

    [Fact]
    public void Parse_EveryCharacter_GivesASoundTree()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            TreeInvariants.Assert(JavaScriptParser.Parse($"a{(char)c}b"));
        }
    }
}
