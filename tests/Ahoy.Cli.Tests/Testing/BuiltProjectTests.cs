using Ahoy.Cli.Testing;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Testing;

/// <summary>When tests have a service built again, and when not.</summary>
public sealed class BuiltProjectTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public BuiltProjectTests()
    {
        _folder.Write("shop.csproj", "<Project />");
        _folder.Write("functions/order.js", "exports.handler = () => {};\n");
        _folder.Write("functions/lib/prices.private.js", "exports.rye = 3;\n");
        _folder.Write("bin/Debug/net10.0/ahoy/build.json", "{}");

        // As a build leaves it: that is younger than all that it was made of.
        foreach (var entry in new DirectoryInfo(_folder.Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            entry.LastWriteTimeUtc = DateTime.UtcNow.AddMinutes(-2);
        }

        File.SetLastWriteTimeUtc(_folder.Write("obj/ahoy/start.txt", ""), DateTime.UtcNow.AddMinutes(-1));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Project_ThatIsAsItWasBuilt_IsCurrent() => Assert.True(IsCurrent());

    [Theory]
    [InlineData("functions/order.js")]
    [InlineData("functions/lib/prices.private.js")]
    [InlineData("functions/lib/new.private.js")]
    [InlineData("assets/.well-known/pay.txt")]
    [InlineData("shop.csproj")]
    [InlineData("package-lock.json")]
    public void Change_OfWhatItIsMadeOf_IsBuilt(string file)
    {
        _folder.Write(file, "changed");

        Assert.False(IsCurrent());
    }

    [Theory]
    [InlineData(".env")]
    [InlineData(".git/index")]
    [InlineData(".vs/shop/state.bin")]
    [InlineData("bin/Debug/net10.0/shop.dll")]
    [InlineData("obj/project.assets.json")]
    [InlineData("node_modules/left-pad/index.js")]
    [InlineData("TestResults/run.trx")]
    [InlineData("tests/bin/Debug/net10.0/shop.Tests.dll")]
    [InlineData("tests/OrderTests.cs")]
    public void Change_OfSomethingElse_IsNotBuilt(string file)
    {
        var old = DateTime.UtcNow.AddMinutes(-2);
        _folder.Write("tests/shop.Tests.csproj", "<Project />");
        _folder.Write(file, "changed");
        Directory.SetLastWriteTimeUtc(_folder.Combine("tests"), old);

        Assert.True(IsCurrent());
    }

    [Fact]
    public void Project_WithoutABuild_IsBuilt()
    {
        File.Delete(_folder.Combine("bin/Debug/net10.0/ahoy/build.json"));

        Assert.False(IsCurrent());
    }

    private bool IsCurrent() => BuiltProject.Find(_folder.Path, file: null)!.IsCurrent();
}
