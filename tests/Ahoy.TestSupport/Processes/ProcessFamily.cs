using System.Globalization;

namespace Ahoy.TestSupport;

/// <summary>Processes and their children, as Linux tells them.</summary>
public static class ProcessFamily
{
    /// <summary>A process and all that it has started, and these.</summary>
    public static IReadOnlyList<int> Of(int id)
    {
        var parents = Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var child) ? child : 0)
            .Where(child => child > 0)
            .Select(child => (Child: child, Parent: ParentOf(child)))
            .ToLookup(pair => pair.Parent, pair => pair.Child);
        var family = new List<int> { id };
        for (var i = 0; i < family.Count; i++)
        {
            family.AddRange(parents[family[i]]);
        }

        return family;
    }

    /// <summary>Whether a process runs. One that has ended and waits for its parent to notice does not.</summary>
    public static bool IsAlive(int id) => Stat(id) is { } stat && stat[0] != "Z";

    private static int ParentOf(int id) => Stat(id) is { } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0;

    /// <summary>What stands after the program's name, which may hold anything, in its parentheses.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
