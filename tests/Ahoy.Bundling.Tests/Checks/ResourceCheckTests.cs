using Ahoy.Bundling.Checks;
using Ahoy.Model;
using static Ahoy.Bundling.Tests.Candidates;

namespace Ahoy.Bundling.Tests.Checks;

/// <summary>What can be wrong with Functions and Assets: AHOY5001 to 5005.</summary>
public class ResourceCheckTests
{
    [Fact]
    public void DuplicatePath_SamePathTwice_NamesBothFiles()
    {
        var problem = Assert.Single(new DuplicatePathCheck().Check(Of(Function("a.js"), Function("a.protected.js"), Asset("a.js"), Function("b.js"))));

        Assert.Equal(("AHOY5001", Severity.Error, "functions/a.protected.js"), (problem.Id, problem.Severity, problem.File));
        Assert.Contains("'/a' is taken by 'functions/a.js'", problem.Message);
    }

    [Fact]
    public void DuplicatePath_FunctionAndAsset_Collide() =>
        Assert.Single(new DuplicatePathCheck().Check(Of(Function("a.js"), Asset("a"))));

    [Theory]
    [InlineData("a.bin", PlatformLimits.ServedAssetBytes, false)]
    [InlineData("a.bin", PlatformLimits.ServedAssetBytes + 1, true)]
    [InlineData("a.protected.bin", PlatformLimits.ServedAssetBytes + 1, true)]
    [InlineData("a.private.bin", PlatformLimits.PrivateAssetBytes, false)]
    [InlineData("a.private.bin", PlatformLimits.PrivateAssetBytes + 1, true)]
    public void AssetSize_AtTheLimit_ReportsWhatIsOver(string file, long size, bool isOver)
    {
        var problems = new AssetSizeCheck().Check(Of(Asset(file, size: size)));

        Assert.Equal(isOver, problems.Any(problem => problem.Id == "AHOY5002" && problem.File == "assets/" + file));
    }

    [Theory]
    [InlineData("{0}.txt", PlatformLimits.ServedAssets)]
    [InlineData("{0}.protected.txt", PlatformLimits.ServedAssets)]
    [InlineData("{0}.private.txt", PlatformLimits.PrivateAssets)]
    public void AssetCount_AtTheLimit_ReportsOneMore(string name, int limit)
    {
        ResourceContent[] Assets(int count) => [.. Enumerable.Range(0, count).Select(i => Asset(string.Format(name, i)))];

        Assert.Empty(new AssetCountCheck().Check(Of(Assets(limit))));
        var problem = Assert.Single(new AssetCountCheck().Check(Of(Assets(limit + 1))));
        Assert.Contains($"has {limit + 1}", problem.Message);
    }

    [Theory]
    [InlineData("a.protcted.js")]
    [InlineData("a.proteced.js")]
    [InlineData("a.protect.js")]
    [InlineData("a.Protected.js")]
    [InlineData("a.privat.js")]
    [InlineData("a.pirvate.js")]
    [InlineData("a.PRIVATE.js")]
    [InlineData("a.private.min.js")]
    [InlineData("a.private/b.js")]
    [InlineData("a.private.protected.js")]
    public void VisibilityMarker_MisspeltOrMisplaced_Warns(string file)
    {
        var problem = Assert.Single(new VisibilityMarkerCheck().Check(Of(Function(file))));

        Assert.Equal(("AHOY5004", Severity.Warning), (problem.Id, problem.Severity));
    }

    [Theory]
    [InlineData("a.private.js")]
    [InlineData("a.protected.js")]
    [InlineData("private.js")]
    [InlineData("protected/a.js")]
    [InlineData("sales.projected.js")]
    [InlineData("a.privacy.js")]
    [InlineData("a.product.js")]
    [InlineData("a.test.min.js")]
    public void VisibilityMarker_OtherNames_AreNotReported(string file) =>
        Assert.Empty(new VisibilityMarkerCheck().Check(Of(Function(file))));

    [Fact]
    public void PathCharacters_OfAPathThatIsRefused_NamesTheFileAndWhatToDo()
    {
        var problem = Assert.Single(new PathCharactersCheck().Check(Of(Function("a+b.js"), Function("a-b.js"))));

        Assert.Equal("AHOY5005", problem.Id);
        Assert.Equal("the path '/a+b' has the character '+', which no path can have: rename the file", problem.Message);
        Assert.EndsWith("a+b.js", problem.File, StringComparison.Ordinal);
    }
}
