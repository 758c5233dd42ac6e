using System.Text;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.SourceMaps;

namespace Ahoy.Analysis.Tests.SourceMaps;

public class OriginalPlacesTests
{
    private const int Seed = 20261127;
    private const int Mutations = 2000;
    private const string Root = "/project";
    private const string Compiled = "/project/functions/notify.js";

    // Line 1 of the output is line 3, column 2 of the source; line 2, from its column 4, is line 5, column 0.
    private const string Map = """{"version":3,"sources":["../src/notify.ts"],"names":[],"mappings":"AAEE;IAEF"}""";
    private const string Code = "first();\n    second();\n";

    [Fact]
    public void Find_MapInside_LeadsToTheSource()
    {
        var places = Of(Code + "//# sourceMappingURL=data:application/json;charset=utf-8;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(Map)));

        Assert.Equal(new OriginalPlace("/project/src/notify.ts", 2, 2, 0), places!.Find(0));
        Assert.Equal(new OriginalPlace("/project/src/notify.ts", 4, 0, Code.IndexOf("second", StringComparison.Ordinal)), places.Find(Code.IndexOf("second", StringComparison.Ordinal)));
        Assert.Null(places.Find(Code.IndexOf('\n', StringComparison.Ordinal) + 2));
    }

    [Theory]
    [InlineData("//# sourceMappingURL=data:application/json,%7B%22version%22%3A3%2C%22sources%22%3A%5B%22..%2Fsrc%2Fnotify.ts%22%5D%2C%22mappings%22%3A%22AAEE%22%7D")]
    [InlineData("//# sourceMappingURL=notify.js.map")]
    [InlineData("/*# sourceMappingURL=notify.js.map */")]
    [InlineData("")]
    public void Find_MapElsewhere_LeadsToTheSource(string comment)
    {
        var places = Of(Code + comment, ("/project/functions/notify.js.map", Map));

        Assert.Equal(new OriginalPlace("/project/src/notify.ts", 2, 2, 0), places!.Find(0));
    }

    [Theory]
    [InlineData("""{"version":3,"sources":["./src/notify.ts"],"sourceRoot":"..","mappings":"AAEE"}""", "/project/src/notify.ts")]
    [InlineData("""{"version":3,"sources":["webpack://service/./src/notify.ts"],"mappings":"AAEE"}""", "/project/src/notify.ts")]
    [InlineData("""{"version":3,"sources":["../../elsewhere/notify.ts"],"mappings":"AAEE"}""", null)]
    [InlineData("""{"version":3,"sources":["../node_modules/lib/index.js"],"mappings":"AAEE"}""", null)]
    [InlineData("""{"version":3,"sources":["webpack/bootstrap"],"mappings":"AAEE"}""", null)]
    [InlineData("""{"version":3,"sources":[null],"mappings":"AAEE"}""", null)]
    public void Find_SourceOfSomeForm_IsAFileOfTheProject(string map, string? expected)
    {
        var places = Of(Code, (Compiled + ".map", map));

        Assert.Equal(expected, places!.Find(0)?.File);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"sources":"x","mappings":"AAAA"}""")]
    [InlineData("""{"sources":["x"],"mappings":["AAAA"]}""")]
    [InlineData("""{"sources":["x"],"mappings":"A"}x""")]
    [InlineData("""{"sources":["x"],"mappings":"AA"}""")]
    [InlineData("""{"sources":["x"],"mappings":"AAAAAA"}""")]
    [InlineData("""{"sources":["x"],"mappings":"ACAA"}""")]
    [InlineData("""{"sources":["x"],"mappings":"DAAA"}""")]
    [InlineData("""{"sources":["x"],"mappings":"gggggggggggggggggg"}""")]
    [InlineData("""{"sources":["x"],"mappings":"A*AA"}""")]
    [InlineData("""{"version":3,"sections":[]}""")]
    public void Of_MalformedMap_IsNone(string map)
    {
        Assert.Null(Of(Code, (Compiled + ".map", map)));
    }

    [Theory]
    [InlineData("//# sourceMappingURL=data:application/json;base64,%%%")]
    [InlineData("//# sourceMappingURL=data:application/json")]
    [InlineData("//# sourceMappingURL=missing.map")]
    [InlineData("//# sourceMappingURL=\0")]
    [InlineData("//# sourceMappingURL=")]
    public void Of_MalformedComment_IsNone(string comment)
    {
        Assert.Null(Of(Code + comment));
    }

    [Fact]
    public void Of_MapChangedAtRandom_NeverFails()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Mutations; i++)
        {
            var map = new StringBuilder(Map);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                map[random.Next(map.Length)] = (char)random.Next(32, 127);
            }

            var places = Of(Code, (Compiled + ".map", map.ToString()));

            for (var offset = 0; offset <= Code.Length; offset++)
            {
                _ = places?.Find(offset);
            }
        }
    }

    private static OriginalPlaces? Of(string code, params (string Path, string Text)[] files) => OriginalPlaces.Of(
        SourceFile.Parse(code),
        Compiled,
        Root,
        path => files.Where(file => file.Path == path).Select(file => file.Text).FirstOrDefault(),
        path => path == "/project/src/notify.ts");
}
