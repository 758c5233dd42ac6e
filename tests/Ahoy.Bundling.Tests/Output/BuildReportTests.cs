using Ahoy.Bundling.Output;
using Ahoy.Model;

namespace Ahoy.Bundling.Tests.Output;

public class BuildReportTests
{
    [Fact]
    public void Line_Service_NamesWhatIsInIt()
    {
        var build = new Build("s", "node22", [new Dependency("lodash", "^4.17.0", "4.17.21"), new Dependency("got", "11.8.6", null)], [Function(900), Function(300), Asset(2_000_000)]);

        Assert.Equal(
            "2 Functions (1.2 kB), 1 Asset (2 MB); variables: A, B; dependencies: got 11.8.6, lodash 4.17.21",
            BuildReport.Line(build, ["A", "B"]));
    }

    [Fact]
    public void Line_ManyNames_TellsHowManyMore() => Assert.Equal(
        "1 Function (5 B), 0 Assets; variables: V0, V1, V2, V3, V4, V5, V6, V7 and 12 more",
        BuildReport.Line(new Build("s", "node22", [], [Function(5)]), Enumerable.Range(0, 20).Select(i => $"V{i}")));

    [Fact]
    public void List_Service_HasALineForEachResource()
    {
        var lines = BuildReport.List(new Build("s", "node22", [], [Function(5), Asset(1_234)])).Split('\n');

        Assert.Equal(["    /f5            protected       5 B  functions/f.js", "    /assets/a.css  public       1.2 kB  assets/a.css"], lines);
    }

    private static Resource Function(long size) => new(ResourceKind.Function, $"/f{size}", Visibility.Protected, "functions/f.js", size, "application/javascript", new string('a', 64));

    private static Resource Asset(long size) => new(ResourceKind.Asset, "/assets/a.css", Visibility.Public, "assets/a.css", size, "text/css", new string('b', 64));
}
