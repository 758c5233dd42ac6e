using Ahoy.Cli.Variables;
using Ahoy.Api;

namespace Ahoy.Cli.Tests.Variables;

public sealed class VariableDifferenceTests
{
    private static readonly Dictionary<string, VariableResource> s_current = new[] { ("SAME", "1"), ("OTHER", "old"), ("GONE", "x") }
        .ToDictionary(p => p.Item1, p => Variable(p.Item1, p.Item2));

    private static readonly KeyValuePair<string, string>[] s_wanted =
        [KeyValuePair.Create("SAME", "1"), KeyValuePair.Create("OTHER", "s3cret"), KeyValuePair.Create("NEW", "s3cret")];

    [Fact]
    public void Difference_NamesKeys_AndNoValues()
    {
        using var output = new StringWriter();

        VariableDifference.Between(s_current, s_wanted, removeOthers: true).Write(output);

        Assert.Equal(["+ NEW", "~ OTHER", "- GONE", "  1 unchanged"], output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("s3cret", output.ToString());
    }

    [Fact]
    public void Others_AreLeftAlone_UnlessAskedFor() =>
        Assert.Empty(VariableDifference.Between(s_current, s_wanted, removeOthers: false).Removed);

    [Fact]
    public void NoDifference_IsEmpty() =>
        Assert.True(VariableDifference.Between(s_current, [KeyValuePair.Create("SAME", "1")], removeOthers: false).IsEmpty);

    private static VariableResource Variable(string key, string value) => new()
    {
        Sid = "ZV00000000000000000000000000000000",
        AccountSid = "",
        ServiceSid = "",
        EnvironmentSid = "",
        Key = key,
        Value = value,
        DateCreated = default,
        DateUpdated = default,
        Url = "",
    };
}
