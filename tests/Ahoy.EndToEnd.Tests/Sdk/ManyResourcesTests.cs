namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary>A service of many files: what a build reads, and what a start lists.</summary>
public class ManyResourcesTests(SdkPackage package)
{
    [Fact]
    public async Task Build_ChangedFunction_ReadsTheOthersNoMore()
    {
        using var project = package.CreateProject();
        for (var i = 0; i < 30; i++)
        {
            Age(project.WriteFunction($"part/f{i}.js", $"{i}"));
        }

        await project.BuildAsync();
        var before = Contents();

        // As another tool would: the same time and the same size, which only whoever reads the file could tell.
        var unread = Path.Combine(project.Folder, "functions", "part", "f3.js");
        File.WriteAllText(unread, File.ReadAllText(unread).Replace("'3'", "'x'", StringComparison.Ordinal));
        Age(unread);
        project.WriteFunction("part/f7.js", "changed");
        await project.BuildAsync();

        Assert.Equal([Path.Combine("part", "f7.js")], Contents().Where(entry => before[entry.Key] != entry.Value).Select(entry => entry.Key));

        // Its time alone is enough to have it read.
        File.SetLastWriteTimeUtc(unread, DateTime.UtcNow.AddDays(-2));
        await project.BuildAsync();
        Assert.NotEqual(before[Path.Combine("part", "f3.js")], Contents()[Path.Combine("part", "f3.js")]);

        static void Age(string file) => File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Dictionary<string, string> Contents() => project.ReadBuild().Resources.ToDictionary(
            resource => Path.GetRelativePath("functions", resource.File), resource => resource.Sha256);
    }

    [Fact]
    public async Task Run_ManyResources_SumsThemUpByFolder()
    {
        using var project = package.CreateProject();
        for (var i = 0; i < 30; i++)
        {
            project.WriteFunction($"sms/f{i}.js");
        }

        project.WriteFunction("hello.protected.js");
        await project.BuildAsync();

        await using (var service = await RunningService.StartAsync(project.Start("run", "--no-build", "--", "--port", "0")))
        {
            Assert.Matches(@"GET, POST +http://localhost:\d+/sms/ +public +30 Functions \(--list-all lists them\)", service.Output);
            Assert.Matches(@"GET, POST +http://localhost:\d+/hello +protected +functions/hello.protected.js", service.Output);
            Assert.DoesNotContain("f29.js", service.Output);
        }

        await using var all = await RunningService.StartAsync(project.Start("run", "--no-build", "--", "--port", "0", "--list-all"));
        Assert.Contains("functions/sms/f29.js", all.Output);
    }
}
