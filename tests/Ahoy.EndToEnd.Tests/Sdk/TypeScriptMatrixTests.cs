
namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>
/// The cases of all rules as a TypeScript project of many Functions, built for each target and each kind of module: what the rules say of the compiled code stands in the <c>.ts</c> file, at
/// the line at which they say it of the same code in JavaScript. <c>AHOY_COMPILED=all</c> builds every case in each; CI a share, another one for each.
/// </summary>
public class TypeScriptMatrixTests(TypeScriptMatrix matrix) : IClassFixture<TypeScriptMatrix>
{
    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var target in TypeScriptMatrix.Targets)
        {
            foreach (var module in TypeScriptMatrix.Modules)
            {
                cells.Add(target, module);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Cases_Compiled_AreFoundWhereTheyWereWritten(string target, string module)
    {
        Assert.SkipWhen(matrix.Missing is not null, matrix.Missing ?? "");

        var (expected, found) = await matrix.BuildAsync(target, module);

        var faulty = expected.Select(finding => finding.Case).ToHashSet();
        var wrong = found.Where(finding => !faulty.Contains(finding.Case)).ToList();
        var lost = expected.Where(finding => !found.Contains(finding) && !matrix.IsLost(finding, target)).ToList();
        Assert.NotEmpty(expected);
        Assert.True(wrong.Count == 0 && lost.Count == 0, $"{wrong.Count} wrong, {lost.Count} of {expected.Count} lost\nwrong:\n{matrix.Show(wrong, expected)}\nlost:\n{matrix.Show(lost, found)}");
    }
}
