namespace Ahoy.Model.Tests.Projects;

public class ProjectSummaryTextTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesTheSameProject()
    {
        var project = new ProjectSummary(
            "node20",
            [
                new ProjectResource(ResourceKind.Function, Visibility.Protected, "functions/sms/a b.protected.js", "/sms/a b"),
                new ProjectResource(ResourceKind.Asset, Visibility.Private, "assets/odd\tname\\.private.json", "/odd\tname\\.json"),
            ],
            ["API_KEY", "NUMBER"],
            [
                new("axios", DependencyKind.Dependency),
                new("@scope/tool", DependencyKind.DevDependency),
                new("axios", DependencyKind.PeerDependency),
            ],
            [new("p-retry", RequireSupport.EsModule), new("got", RequireSupport.ImportOnly)]);

        var read = ProjectSummaryText.Read(ProjectSummaryText.Write(project));

        Assert.Equal("node20", read.Runtime);
        Assert.Equal(
            ["/odd\tname\\.json", "/sms/a b"], read.Resources.Select(r => r.Path).Order(StringComparer.Ordinal));
        Assert.Contains(read.Resources, r => r.Kind == ResourceKind.Function && r.Visibility == Visibility.Protected && r.File == "functions/sms/a b.protected.js");
        Assert.True(read.HasEnvFile);
        Assert.True(read.HasVariable("API_KEY"));
        Assert.False(read.HasVariable("api_key"));
        Assert.Equal(DependencyKind.Dependency, read.Packages["axios"]);
        Assert.Equal(DependencyKind.DevDependency, read.Packages["@scope/tool"]);
        Assert.Equal(RequireSupport.EsModule, read.RequireSupportOf("p-retry"));
        Assert.Equal(RequireSupport.ImportOnly, read.RequireSupportOf("got"));
        Assert.Equal(RequireSupport.Works, read.RequireSupportOf("axios"));
    }

    [Fact]
    public void Read_ProjectWithoutFiles_TellsAbsenceFromEmptiness()
    {
        var bare = ProjectSummaryText.Read(ProjectSummaryText.Write(ProjectSummary.Unknown));
        var empty = ProjectSummaryText.Read(ProjectSummaryText.Write(new ProjectSummary("node22", [], [], [], [])));

        Assert.False(bare.HasEnvFile);
        Assert.False(bare.HasPackageManifest);
        Assert.True(empty.HasEnvFile);
        Assert.True(empty.HasPackageManifest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else\nresource\tFunction\tPublic\ta\tb\n")]
    [InlineData("ahoy-project\t2\nenv-file\n")]
    public void Read_OtherFormat_KnowsNothing(string text) =>
        Assert.Same(ProjectSummary.Unknown, ProjectSummaryText.Read(text));

    [Fact]
    public void Read_UnknownLines_PassesOver()
    {
        var project = ProjectSummaryText.Read("ahoy-project\t1\r\nfuture\tfact\r\nresource\tSomething\tPublic\ta\t/b\r\nvariable\tNAME\r\n");

        Assert.Empty(project.Resources);
        Assert.True(project.HasVariable("NAME"));
    }

    [Fact]
    public void Write_OtherOrder_GivesTheSameText()
    {
        var one = new ProjectSummary("node22", [], ["B", "A"], [new("y", 0), new("x", 0)], []);
        var two = new ProjectSummary("node22", [], ["A", "B"], [new("x", 0), new("y", 0)], []);

        Assert.Equal(ProjectSummaryText.Write(one), ProjectSummaryText.Write(two));
    }
}
