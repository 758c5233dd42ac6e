namespace Ahoy.Model.Tests.Packages;

public class PackageManifestTests
{
    [Fact]
    public void Parse_Manifest_GivesWhatAhoyNeeds()
    {
        var manifest = PackageManifest.Parse(
            """
            {
              "name": "demo", "version": "1.0.0", "type": "module",
              "dependencies": { "lodash": "^4.17.0", "broken": 4 },
              "devDependencies": { "twilio-run": "5.0.1" },
              "engines": { "node": "22" }
            }
            """,
            "package.json");

        Assert.Equal(("demo", "module"), (manifest.Name, manifest.ModuleType));
        Assert.Equal([new("lodash", "^4.17.0")], manifest.Dependencies);
        Assert.Equal("5.0.1", manifest.DevDependencies["twilio-run"]);
        Assert.Equal("22", manifest.Engines["node"]);
        Assert.Empty(manifest.OptionalDependencies);
    }

    [Theory]
    [InlineData("{\n  \"name\": oops\n}", 2)]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    public void Parse_BrokenJson_SaysWhere(string json, int line)
    {
        var error = Assert.Throws<PackageManifestException>(() => PackageManifest.Parse(json, "package.json"));

        Assert.Equal(("package.json", line), (error.File, error.Line));
    }
}
