using Ahoy.JavaScript.Parsing;
using Ahoy.TestSupport;

namespace Ahoy.JavaScript.Tests.Conformance;

/// <summary>What is valid and what is not, early errors included: conformance tests, changed at random, are put to acorn too.</summary>
public sealed class AcornAgreementTests(Acorn acorn) : IClassFixture<Acorn>
{
    private const int Texts = 8000;
    private const int LongestText = 400;

    /// <summary>What acorn accepts against the specification.</summary>
    private static readonly Dictionary<SyntaxErrorCode, string> s_acornsErrors = new()
    {
        [SyntaxErrorCode.EvalOrArgumentsInStrict] = "(class eval { }): the name of a class is strict code too",
        [SyntaxErrorCode.OctalInStrict] = @"'\1'; 'use strict' at the top of a file: the first directive is strict code too",
        [SyntaxErrorCode.AlreadyDeclared] = "switch (a) { case 1: let b; c: function b() { } }: a labelled function declares its name",
        [SyntaxErrorCode.ShorthandDefaultInExpression] = "({ a = 1 }, ({ }) => 2): the first object is no pattern",
    };

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Parse_ChangedConformanceTests_AgreesWithAcorn(int seed)
    {
        var tests = Path.Combine(await Packages.InstallAsync(), "test262-parser-tests");
        var files = Packages.JavaScriptFiles(tests).Where(file => new FileInfo(file).Length <= LongestText).ToArray();
        var mutator = new JavaScriptMutator(seed);
        var disagreements = new List<string>();
        var accepted = 0;
        for (var i = 0; i < Texts; i++)
        {
            var file = mutator.Pick(files);
            var type = file.Contains(".module.", StringComparison.Ordinal) ? SourceType.Module : SourceType.Script;
            var text = mutator.Mutate(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), most: 2);
            var theirs = await acorn.ErrorInAsync(text, type);
            var ours = JavaScriptParser.Parse(text, new ParseOptions { SourceType = type }).Errors;
            accepted += theirs is null ? 1 : 0;
            if (theirs is null && ours.Any(error => !s_acornsErrors.ContainsKey(error.Code)))
            {
                disagreements.Add($"We alone refuse {text}\n  {ours[0]}");
            }
            else if (theirs is not null && ours.Count == 0)
            {
                disagreements.Add($"acorn alone refuses {text}\n  {theirs}");
            }
        }

        Assert.Empty(disagreements);
        Assert.True(accepted > Texts / 10, $"Only {accepted} of {Texts} texts are valid: the changes are too great to tell much.");
    }
}
