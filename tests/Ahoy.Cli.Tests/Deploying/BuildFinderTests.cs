using Ahoy.Cli.Deploying;
using Ahoy.Cli.Output;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Deploying;

public sealed class BuildFinderTests
{
    [Fact]
    public void Project_WithSeveralBuilds_GivesTheNewest()
    {
        using var folder = new TempFolder();
        var old = folder.Write("bin/Release/net10.0/ahoy/build.json", "{}");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-1));
        var newest = folder.Write("bin/Debug/net10.0/ahoy/build.json", "{}");

        Assert.Equal(Path.GetDirectoryName(newest), BuildFinder.Find(folder.Path));
    }

    [Fact]
    public void Project_ThatWasNotBuilt_IsToldToBuild()
    {
        using var folder = new TempFolder();

        Assert.Contains("dotnet build", Assert.Throws<UserErrorException>(() => BuildFinder.Find(folder.Path)).Message);
    }

    [Fact]
    public void Archive_IsTakenAsItIs()
    {
        using var folder = new TempFolder();
        var archive = folder.Write("shop.ahoy.zip", "");

        Assert.Equal(archive, BuildFinder.Find(archive));
    }
}
