using System.Globalization;
using System.Text.RegularExpressions;
using Ahoy.TestSupport;

namespace Ahoy.EndToEnd.Tests.Sdk;

/// <summary><c>dotnet watch</c>: the host serves what is saved without a restart, and is started again for another project file.</summary>
public sealed partial class WatchTests(SdkPackage package)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Watch_SavedFunctionEnvironmentAndProject_ServesEach()
    {
        using var project = package.CreateProject();
        Write("one");
        await using var watch = project.Start("watch", "--non-interactive", "--", "--port", "0");
        var first = await ReadyAsync();
        Assert.Equal("one undefined", await GetAsync(first.Url));

        Write("two");
        await UntilAsync("two undefined", first.Url);
        project.Write(".env", "A=5\n");
        await UntilAsync("two 5", first.Url);

        // No process was started for those: the first still answers. For another environment file one has to be.
        project.Write(".env.other", "A=6\n");
        project.Write("service.csproj", """<Project Sdk="Ahoy.Sdk/0.1.0"><PropertyGroup><AhoyEnvFile>.env.other</AhoyEnvFile></PropertyGroup></Project>""");
        var second = await ReadyAsync(other: first.Id);
        await UntilAsync("two 6", second.Url);

        void Write(string text) => project.Write("functions/hello.js", $"exports.handler = (context, event, callback) => callback(null, '{text} ' + context.A);\n");

        Task<(string Url, int Id)> ReadyAsync(int other = 0) => Eventually.FindAsync<(string Url, int Id)>(
            () => Ready().Matches(watch.Output).Select(ready => (Url: ready.Groups[1].Value, Id: int.Parse(ready.Groups[2].Value, CultureInfo.InvariantCulture)))
                .Where(ready => ready.Id != other).Cast<(string Url, int Id)?>().FirstOrDefault(),
            s_patience);

        Task UntilAsync(string expected, string url) => Eventually.HoldsAsync(() => GetAsync(url).GetAwaiter().GetResult() == expected, s_patience);
    }

    private static async Task<string> GetAsync(string url)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri($"{url}/hello"), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"ahoy: ready url=(\S+) pid=(\d+)")]
    private static partial Regex Ready();
}
