namespace Ahoy.Model.Tests.Packages;

public class PackageLockTests
{
    [Fact]
    public void Parse_Version3_GivesTopLevelModulesOnly()
    {
        var file = PackageLock.Parse(
            """
            {
              "lockfileVersion": 3,
              "packages": {
                "": { "dependencies": { "a": "^1.0.0" } },
                "node_modules/a": { "version": "1.4.0" },
                "node_modules/@scope/b": { "version": "2.0.0" },
                "node_modules/a/node_modules/c": { "version": "3.0.0" }
              }
            }
            """,
            "package-lock.json");

        Assert.Equal("1.4.0", file.Versions["a"]);
        Assert.Equal("2.0.0", file.Versions["@scope/b"]);
        Assert.Equal(2, file.Versions.Count);
        Assert.Equal([new("a", "^1.0.0")], file.Requested);
    }

    [Fact]
    public void Parse_Version1_GivesItsDependencies()
    {
        var file = PackageLock.Parse("""{ "lockfileVersion": 1, "dependencies": { "a": { "version": "1.4.0" } } }""", "package-lock.json");

        Assert.Equal("1.4.0", file.Versions["a"]);
        Assert.Empty(file.Requested);
    }
}
