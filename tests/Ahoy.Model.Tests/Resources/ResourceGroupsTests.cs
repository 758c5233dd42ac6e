namespace Ahoy.Model.Tests.Resources;

public class ResourceGroupsTests
{
    [Fact]
    public void Of_NoMoreThanHaveTheirPlace_EachAlone()
    {
        var groups = Groups([.. Enumerable.Range(0, ResourceGroups.MaxLines).Select(i => $"/a/{i}")]);

        Assert.Equal(ResourceGroups.MaxLines, groups.Count);
        Assert.All(groups, group => Assert.Equal(Assert.Single(group.Resources), group.Folder));
    }

    [Fact]
    public void Of_Many_OneLineForEachFolderInTheirOrder()
    {
        var groups = Groups([.. Enumerable.Range(0, 12).Select(i => $"/sms/{i}"), "/alone", .. Enumerable.Range(0, 12).Select(i => $"/calls/in/{i}")]);

        Assert.Equal(["/sms/ 12 Functions", "/ 1 Function", "/calls/in/ 12 Functions"], groups.Select(group => $"{group.Folder} {group.Count}"));
        Assert.Equal("/alone", Assert.Single(groups[1].Resources));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(1_000)]
    public void Of_ManyDeepFolders_GoesUpUntilTheListIsShort(int count)
    {
        var groups = Groups([.. Enumerable.Range(0, count).Select(i => $"/{i % 3}/{i % 40}/{i}/file")]);

        Assert.Equal(["/0/", "/1/", "/2/"], groups.Select(group => group.Folder).Order(StringComparer.Ordinal));
        Assert.Equal(count, groups.Sum(group => group.Resources.Count));
    }

    [Fact]
    public void Of_ManyFoldersAtTheTop_OneLineForAKindAndAVisibility()
    {
        var paths = Enumerable.Range(0, 100).Select(i => $"/{i}/x").ToList();

        var groups = ResourceGroups.Of(paths, path => (ResourceKind.Asset, path.Length % 2 == 0 ? Visibility.Public : Visibility.Protected, path));

        Assert.Equal([("/", Visibility.Public), ("/", Visibility.Protected)], groups.Select(group => (group.Folder, group.Visibility)));
        Assert.Equal(100, groups.Sum(group => group.Resources.Count));
    }

    private static IReadOnlyList<ResourceGroup<string>> Groups(List<string> paths) =>
        ResourceGroups.Of(paths, path => (ResourceKind.Function, Visibility.Public, path));
}
