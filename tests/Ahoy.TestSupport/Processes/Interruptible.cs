using System.Diagnostics;
using System.Globalization;

namespace Ahoy.TestSupport;

/// <summary>Starts of programs that answer to Ctrl+C, whatever started the tests.</summary>
/// <remarks>
/// A shell without job control starts its background commands with SIGINT ignored; they and all that they start inherit it, and .NET
/// and Node leave such a signal ignored. A test run from such a shell could never interrupt what it starts.
/// </remarks>
public static class Interruptible
{
    private const ulong InterruptBit = 1UL << 1;

    private static readonly bool s_isIgnored = IsInterruptIgnored();

    /// <summary>Describes the start of a program that SIGINT ends.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments) =>
        s_isIgnored
            ? new ProcessStartInfo("env", ["--default-signal=INT", program, .. arguments])
            : new ProcessStartInfo(program, arguments);

    private static bool IsInterruptIgnored()
    {
        const string Status = "/proc/self/status";
        const string Field = "SigIgn:";
        if (!File.Exists(Status))
        {
            return false;
        }

        var mask = File.ReadLines(Status).First(line => line.StartsWith(Field, StringComparison.Ordinal))[Field.Length..].Trim();
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & InterruptBit) != 0;
    }
}
