namespace Ahoy.Simulator.World;

/// <summary>Who wants no messages from which number, and what the platform itself answers to the words that say so.</summary>
internal sealed class OptOuts
{
    private static readonly HashSet<string> s_stop = new(StringComparer.OrdinalIgnoreCase) { "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT" };
    private static readonly HashSet<string> s_start = new(StringComparer.OrdinalIgnoreCase) { "START", "YES", "UNSTOP" };
    private static readonly HashSet<string> s_help = new(StringComparer.OrdinalIgnoreCase) { "HELP", "INFO" };

    private readonly HashSet<(string Number, string Handset)> _stopped = [];

    /// <summary>Whether a handset wants nothing from a number.</summary>
    public bool IsStopped(string number, string handset) => _stopped.Contains((number, handset));

    /// <summary>Takes the words of an inbound message.</summary>
    /// <returns>What the platform answers; null where it leaves that to the webhook.</returns>
    public string? Take(string number, string handset, string body)
    {
        var word = body.Trim();
        if (s_stop.Contains(word))
        {
            return _stopped.Add((number, handset))
                ? "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe."
                : null;
        }

        if (s_start.Contains(word))
        {
            // "Yes" answers a question more often than it takes a "stop" back.
            return _stopped.Remove((number, handset)) || word.Equals("START", StringComparison.OrdinalIgnoreCase)
                ? "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply."
                : null;
        }

        return s_help.Contains(word) ? "Reply STOP to unsubscribe. Msg&Data Rates May Apply." : null;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _stopped.Clear();
}
