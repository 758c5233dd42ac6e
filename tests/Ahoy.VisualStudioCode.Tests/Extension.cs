using Ahoy.TestSupport;

[assembly: AssemblyFixture(typeof(Ahoy.VisualStudioCode.Tests.Extension))]

namespace Ahoy.VisualStudioCode.Tests;

/// <summary>The extension, packed once for all tests as <c>dotnet pack</c> does it.</summary>
public sealed class Extension : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>Where it is built. It stays from run to run, and with it the packages.</summary>
    public static string Work { get; } = Path.Combine(AppContext.BaseDirectory, "extension");

    /// <summary>The .vsix.</summary>
    public string File { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var output = Path.Combine(AppContext.BaseDirectory, "packed");
        await RunAsync("node", ["pack.mjs", Work, output], Repository.Combine("src", "Ahoy.VisualStudioCode"));
        File = Assert.Single(Directory.GetFiles(output, "*.vsix"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a program that must succeed, and gives what it says.</summary>
    internal static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var result = await ProcessRunner.RunAsync(program, arguments, folder, timeout: s_patience, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, $"{program}: {result}");
        return result.ToString();
    }
}
