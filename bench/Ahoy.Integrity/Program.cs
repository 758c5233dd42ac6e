using System.Globalization;

namespace Ahoy.Integrity;

/// <summary><c>HOST SECONDS [SEED]</c>: runs it, and ends with 1 where anything was wrong.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args.Length is < 2 or > 3
            || !int.TryParse(args[1], CultureInfo.InvariantCulture, out var seconds)
            || seconds < 1
            || !int.TryParse(args.ElementAtOrDefault(2) ?? "1", CultureInfo.InvariantCulture, out var seed))
        {
            await Console.Error.WriteLineAsync("usage: Ahoy.Integrity HOST_ASSEMBLY SECONDS [SEED]").ConfigureAwait(false);
            return 2;
        }

        var result = await IntegrityRun.RunAsync(new IntegrityOptions { HostAssembly = args[0], Duration = TimeSpan.FromSeconds(seconds), Seed = seed }).ConfigureAwait(false);
        Console.WriteLine(result);
        return result.Wrong > 0 ? 1 : 0;
    }
}
