using System.Diagnostics;
using System.Globalization;

namespace Ahoy.Testing.Tests;

/// <summary>The processes that a process has started, and those that they have.</summary>
internal static class Descendants
{
    public static IReadOnlyList<Process> Of(int id)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It looks into /proc.");
        var children = new List<Process>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var child) && ParentOf(folder) == id)
            {
                children.AddRange(Of(child));
                try
                {
                    children.Add(Process.GetProcessById(child));
                }
                catch (ArgumentException)
                {
                    // It has ended meanwhile.
                }
            }
        }

        return children;
    }

    // The name, in parentheses, may hold anything; state and parent follow it.
    private static int? ParentOf(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
