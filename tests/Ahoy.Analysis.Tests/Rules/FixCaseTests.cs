using Ahoy.Analysis.Tests.Running;
using Ahoy.Analysis.Tests.Verification;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>Runs the cases of all fixers.</summary>
public class FixCaseTests
{
    private static readonly Lazy<IReadOnlyList<FixCase>> s_cases = new(() => [.. FixCaseFile.ReadAll()]);

    public static TheoryData<string, string, Writing> Cases() => new(
        from @case in s_cases.Value
        from writing in Enum.GetValues<Writing>()
        select (@case.Id, @case.Name, writing));

    public static TheoryData<string, string> RunCases() =>
        new(s_cases.Value.Where(@case => @case.Before.Count + @case.After.Count > 0).Select(@case => (@case.Id, @case.Name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_Fixed_GivesWhatIsExpectedAndNothingNewIsFound(string id, string name, Writing writing) =>
        FixVerifier.Verify(CaseOf(id, name), writing);

    [Theory]
    [MemberData(nameof(RunCases))]
    public void Case_RunInNode_BehavesAsExpected(string id, string name)
    {
        var @case = CaseOf(id, name);

        Assert.All(@case.Before, behaviour => HandlerRun.Of(@case.Source.Text, behaviour.Event).Shows(behaviour.Outcome));
        Assert.All(@case.After, behaviour => HandlerRun.Of(@case.Fixed!, behaviour.Event).Shows(behaviour.Outcome));
    }

    private static FixCase CaseOf(string id, string name) => s_cases.Value.Single(@case => @case.Id == id && @case.Name == name);
}
