using Ahoy.Simulator.TwiML.Sockets;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary><c>Stream</c> and <c>ConversationRelay</c>: their sockets are opened by the host, where their URLs are on this machine.</summary>
internal static class SocketNoun
{
    private static readonly Dictionary<string, string[]> s_obeyed = new(StringComparer.Ordinal)
    {
        ["Stream"] = ["url", "name", "track", "statusCallback", "statusCallbackMethod"],
        ["ConversationRelay"] =
            ["url", "welcomeGreeting", "welcomeGreetingInterruptible", "interruptible", "dtmfDetection", "language", "transcriptionLanguage"],
    };

    /// <summary>The attributes that each obeys.</summary>
    public static IReadOnlyDictionary<string, string[]> ObeyedByNoun => s_obeyed;

    /// <summary>Opens one.</summary>
    /// <param name="machine">The call.</param>
    /// <param name="element">The element.</param>
    /// <param name="isBidirectional">Whether it stands in Connect.</param>
    /// <returns>What runs it; null where none was opened, which is announced.</returns>
    public static SocketSession? Open(CallMachine machine, TwiMLElement element, bool isBidirectional)
    {
        var url = element.Attribute("url") ?? string.Empty;
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in element.Children.Where(c => c.Name == "Parameter"))
        {
            parameters[parameter.Attribute("name") ?? string.Empty] = parameter.Attribute("value") ?? string.Empty;
        }

        SocketSession session = element.Name == "Stream"
            ? new MediaStream(machine, element, url, parameters, isBidirectional)
            : new ConversationRelay(machine, element, url, parameters);
        if (!session.Open())
        {
            machine.Announce(element, url: url);
            return null;
        }

        machine.Step(element, s_obeyed[element.Name], url: url);
        machine.Sockets.Add(session);
        return session;
    }
}
