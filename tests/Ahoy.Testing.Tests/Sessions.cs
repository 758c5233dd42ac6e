using System.Globalization;

namespace Ahoy.Testing.Tests;

/// <summary>The processes of a session: all that its first one has started, and those that they have, whoever of them still runs.</summary>
internal static class Sessions
{
    /// <summary>Their numbers and command lines.</summary>
    public static IReadOnlyList<string> Of(int session)
    {
        var found = new List<string>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                // The name, in parentheses, may hold anything; state, parent, group and session follow it.
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[0] is not ("Z" or "X") && int.Parse(fields[3], CultureInfo.InvariantCulture) == session)
                {
                    found.Add($"{Path.GetFileName(folder)} {File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ')}");
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
            }
        }

        return found;
    }
}
