namespace Ahoy.Model.Tests.Files;

public sealed class SearchPathTests
{
    [Fact]
    public void Find_ProgramThatRunsTheTests_IsInThePath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

        Assert.EndsWith(name, SearchPath.Find(name), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ProgramThatIsNotThere_IsNull() => Assert.Null(SearchPath.Find("no-such-program-of-ahoy"));
}
