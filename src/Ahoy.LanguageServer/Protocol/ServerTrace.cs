using System.Globalization;
using System.Text.Json.Nodes;

namespace Ahoy.LanguageServer.Protocol;

/// <summary>What the server tells of its own work where the editor asks for it (<c>$/setTrace</c>): methods and times, never a file's content.</summary>
/// <param name="notify">Sends a notification.</param>
internal sealed class ServerTrace(Action<string, JsonNode?> notify)
{
    private volatile string _value = "off";

    /// <summary>Sets how much: <c>off</c>, <c>messages</c> or <c>verbose</c>. Anything else changes nothing.</summary>
    public void Set(string? value)
    {
        if (value is "off" or "messages" or "verbose")
        {
            _value = value;
        }
    }

    /// <summary>A notification came.</summary>
    public void Took(string method)
    {
        if (_value == "verbose")
        {
            Tell($"Took '{method}'.");
        }
    }

    /// <summary>A request was answered.</summary>
    public void Answered(string method, TimeSpan time)
    {
        if (_value != "off")
        {
            Tell(string.Create(CultureInfo.InvariantCulture, $"Answered '{method}' in {time.TotalMilliseconds:0.0} ms."));
        }
    }

    private void Tell(string message) => notify("$/logTrace", new JsonObject { ["message"] = message });
}
