using System.Globalization;

namespace Ahoy.TestingBench;

/// <summary>What this process and all that it has started have taken of the processor, whether they still run or have ended: of user and system, on Linux.</summary>
internal static class CpuTime
{
    private const double TicksPerSecond = 100;

    /// <summary>The seconds until now.</summary>
    public static double Now()
    {
        var processes = Directory.EnumerateDirectories("/proc").Select(Read).OfType<Times>().ToLookup(times => times.Parent);
        var self = Read("/proc/self")!;
        return (self.Ticks + Below(self.Id)) / TicksPerSecond;

        double Below(int id) => processes[id].Sum(child => child.Ticks + Below(child.Id));
    }

    // The name, in parentheses, may hold anything; the fields are those of proc(5) from the third on: the parent is the 4th, utime to cstime are 14 to 17.
    private static Times? Read(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new Times(
                int.Parse(stat[..stat.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture),
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or is no process.
            return null;
        }
    }

    private sealed record Times(int Id, int Parent, double Ticks);
}
