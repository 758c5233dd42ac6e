namespace Ahoy.Design.Tests;

/// <summary>Assertions that show everything that is wrong, so that all of it can be mended at once.</summary>
internal static class Expect
{
    /// <summary>Fails with all errors, one a line, where there are any.</summary>
    public static void None(IEnumerable<string> errors)
    {
        var list = errors.Distinct().ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }
}
