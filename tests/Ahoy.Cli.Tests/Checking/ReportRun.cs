using System.Text;
using Ahoy.Cli.Checking;

namespace Ahoy.Cli.Tests.Checking;

/// <summary>What a format writes of what is found in folders.</summary>
internal static class ReportRun
{
    public static string Text(Action<CheckResult, Stream> write, params string[] folders)
    {
        using var output = new MemoryStream();
        write(CheckRun.Check(fix: false, folders), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static string[] Lines(Action<CheckResult, Stream> write, params string[] folders) =>
        Text(write, folders).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
