using Ahoy.TestSupport;

namespace Ahoy.Testing.Tests;

/// <summary>The processes of a session, for a message that names them.</summary>
internal static class Sessions
{
    /// <summary>The numbers and command lines of those that still run.</summary>
    public static IReadOnlyList<string> Of(int session)
    {
        var found = new List<string>();
        foreach (var id in ProcessFamily.OfSession(session))
        {
            try
            {
                found.Add($"{id} {File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ')}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
            }
        }

        return found;
    }
}
