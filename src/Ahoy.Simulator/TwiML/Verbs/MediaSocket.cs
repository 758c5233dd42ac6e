using Ahoy.Simulator.World;

namespace Ahoy.Simulator.TwiML.Verbs;

/// <summary>The sockets of Stream and ConversationRelay. They are opened by the host, where their URLs are on this machine.</summary>
internal static class MediaSocket
{
    /// <summary>The attributes that mean something here.</summary>
    public static IReadOnlyCollection<string> Obeyed { get; } = ["url", "name", "statusCallback", "statusCallbackMethod"];

    /// <summary>Opens one, and tells of it.</summary>
    /// <returns>Its name; null where none was opened, which is announced.</returns>
    public static string? Open(CallMachine machine, TwiMLElement element, Action closed)
    {
        var url = element.Attribute("url");
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in element.Children.Where(c => c.Name == "Parameter"))
        {
            parameters[parameter.Attribute("name") ?? string.Empty] = parameter.Attribute("value") ?? string.Empty;
        }

        var request = new SocketRequest(element.Name, url ?? string.Empty, machine.Call.Sid, machine.World.Account.Sid, parameters);
        var name = element.Attribute("name") ?? Sid.New("MZ");
        if (url is null || machine.World.Options.Sockets?.Open(request, () => machine.World.InTurn(() => Close(machine, element, name, closed))) is not { } socket)
        {
            machine.Announce(element, url: url);
            return null;
        }

        machine.Step(element, Obeyed, url: url);
        machine.Sockets[name] = socket;
        Tell(machine, element, name, "stream-started");
        return name;
    }

    /// <summary>Closes one.</summary>
    public static void Stop(CallMachine machine, TwiMLElement element, string name)
    {
        if (machine.Sockets.Remove(name, out var socket))
        {
            socket.Dispose();
            Tell(machine, element, name, "stream-stopped");
        }
    }

    private static void Close(CallMachine machine, TwiMLElement element, string name, Action closed)
    {
        if (machine.Sockets.Remove(name))
        {
            Tell(machine, element, name, "stream-stopped");
            closed();
            machine.Signal();
        }
    }

    private static void Tell(CallMachine machine, TwiMLElement element, string name, string what)
    {
        if (machine.ActionOf(element, "statusCallback", "statusCallbackMethod") is { } callback)
        {
            machine.Tell(callback, [new("StreamName", name), new("StreamEvent", what)]);
        }
    }
}
