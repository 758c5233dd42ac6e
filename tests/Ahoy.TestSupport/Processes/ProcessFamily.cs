using System.Globalization;

namespace Ahoy.TestSupport;

/// <summary>Processes and their children, as Linux tells them.</summary>
public static class ProcessFamily
{
    /// <summary>A process and all that it has started, and these.</summary>
    public static IReadOnlyList<int> Of(int id)
    {
        var parents = All()
            .Select(child => (Child: child, Parent: ParentOf(child)))
            .ToLookup(pair => pair.Parent, pair => pair.Child);
        var family = new List<int> { id };
        for (var i = 0; i < family.Count; i++)
        {
            family.AddRange(parents[family[i]]);
        }

        return family;
    }

    /// <summary>The processes of a session that still run: all that its first one has started, and those that they have.</summary>
    public static IReadOnlyList<int> OfSession(int session) =>
        [.. All().Where(id => Stat(id) is { } stat && stat[0] is not ("Z" or "X") && int.Parse(stat[3], CultureInfo.InvariantCulture) == session)];

    /// <summary>Whether a process runs. One that has ended and waits for its parent to notice does not.</summary>
    public static bool IsAlive(int id) => Stat(id) is { } stat && stat[0] != "Z";

    private static IEnumerable<int> All() => Directory.GetDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0);

    private static int ParentOf(int id) => Stat(id) is { } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0;

    /// <summary>What stands after the program's name, which may hold anything, in its parentheses.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
