using System.Globalization;
using System.Text;
using Ahoy.Host.Environments;
using Ahoy.Host.Offline;
using Ahoy.Host.Offline.Services;
using Ahoy.Model;
using Ahoy.Simulator.World;

namespace Ahoy.Host.Commands;

/// <summary>Says where Twilio is, offline, whose account it has, what its numbers do, and what can be typed next.</summary>
internal static class OfflineBanner
{
    // What people call Functions that answer messages, and those that answer calls.
    private static readonly string[] s_messages = ["sms", "message", "text", "whatsapp"];
    private static readonly string[] s_calls = ["voice", "call", "incoming", "ivr"];

    /// <summary>The lines, for people.</summary>
    /// <param name="offline">Twilio, offline.</param>
    /// <param name="served">A Service that is served; null where there are many, or none.</param>
    public static string Text(OfflineTwilio offline, ServedEnvironment? served)
    {
        var text = new StringBuilder();
        Add(text, "Twilio, offline", $"{offline.Url} (nothing is sent to Twilio{(offline.IsStrict ? ", and Functions reach no other host" : "")})");
        var world = offline.Simulator.World;
        Add(text, "Account", $"{world.Account.Sid}{(world.Account.IsGenerated ? " (made for this run, because the environment file has no credentials; ahoy and tests find its token)" : "")}");
        foreach (var number in world.InTurn(() => world.Phones.Numbers.ToArray()))
        {
            Add(text, "Number", Describe(number, offline.Services));
        }

        foreach (var command in served is null ? [] : Suggestions(offline, served))
        {
            Add(text, "Next, type", command);
        }

        return text.ToString();
    }

    private static string Describe(PhoneNumber number, IOfflineServices services)
    {
        string[] answers = [.. Answer("messages", number.SmsUrl), .. Answer("calls", number.VoiceUrl)];
        return answers.Length == 0 ? number.Number : $"{number.Number} ({string.Join(", ", answers)})";

        IEnumerable<string> Answer(string what, string? url)
        {
            if (url is { Length: > 0 })
            {
                yield return $"{what}: {(Uri.TryCreate(url, UriKind.Absolute, out var uri) ? services.FunctionOf(uri) : null) ?? url}";
            }
        }
    }

    // What phones.json says comes first, then what the Functions are called. One of unknown name is only taken for a message's where none is there for calls.
    private static IEnumerable<string> Suggestions(OfflineTwilio offline, ServedEnvironment served)
    {
        var world = offline.Simulator.World;
        var numbers = world.InTurn(() => world.Phones.Numbers.ToArray());
        string[] paths = [.. served.Build.Resources.Where(r => r.Kind == ResourceKind.Function && r.Visibility != Visibility.Private).Select(r => r.Path)];
        var call = Of(numbers.Select(n => n.VoiceUrl)) ?? Named(paths, s_calls);
        if ((Of(numbers.Select(n => n.SmsUrl)) ?? Named(paths, s_messages) ?? (call is null ? paths.FirstOrDefault() : null)) is { } message)
        {
            yield return $"ahoy text {message} \"Hi\"";
        }

        if (call is not null)
        {
            yield return $"ahoy call {call}";
        }

        string? Of(IEnumerable<string?> urls) => urls
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? offline.Services.FunctionOf(uri) : null).FirstOrDefault(path => path is not null);
    }

    private static string? Named(string[] paths, string[] names) =>
        paths.FirstOrDefault(path => names.Any(name => path.Contains(name, StringComparison.OrdinalIgnoreCase)));

    private static void Add(StringBuilder text, string what, string value) => text.Append(CultureInfo.InvariantCulture, $"{what,-17}{value}\n");
}
