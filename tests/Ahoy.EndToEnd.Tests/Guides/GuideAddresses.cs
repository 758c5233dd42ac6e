using System.Text.RegularExpressions;

namespace Ahoy.EndToEnd.Tests.Guides;

/// <summary>The addresses that a guide names, and those that its services have here, on free ports.</summary>
internal sealed partial class GuideAddresses
{
    private const string ServicePort = "3000";
    private const string ApiPort = "3001";
    private const string OfflinePort = "4010";
    private const string Number = "1234";

    private readonly Dictionary<string, string> _ports = [];
    private string? _number;

    /// <summary>The Serverless API of <c>ahoy serve</c>.</summary>
    public string? Api { get; private set; }

    /// <summary>Takes what a host says when it is ready.</summary>
    public void Learn(string readyLine)
    {
        foreach (Match field in Field().Matches(readyLine))
        {
            var value = field.Groups["url"].Value;
            var port = value.Contains(':', StringComparison.Ordinal) ? value[(value.LastIndexOf(':') + 1)..].TrimEnd('/') : value;
            switch (field.Groups["name"].Value)
            {
                case "url" or "port":
                    _ports[ServicePort] = port;
                    break;
                case "api":
                    _ports[ApiPort] = port;
                    Api = value.TrimEnd('/');
                    break;
                default:
                    _ports[OfflinePort] = port;
                    break;
            }
        }
    }

    /// <summary>A command with the addresses that there are.</summary>
    public string Real(string command)
    {
        var text = _number is null ? command : command.Replace($"-{Number}", $"-{_number}", StringComparison.Ordinal);
        return Port().Replace(text, match => match.Groups[1].Value + _ports.GetValueOrDefault(match.Groups[2].Value, match.Groups[2].Value));
    }

    /// <summary>An output with the guide's addresses.</summary>
    public string Told(string output)
    {
        if (Domain().Match(output) is { Success: true } domain)
        {
            _number = domain.Groups[1].Value;
        }

        var names = _ports.ToDictionary(pair => pair.Value, pair => pair.Key);
        var text = _number is null ? output : output.Replace($"-{_number}", $"-{Number}", StringComparison.Ordinal);
        return Port().Replace(text, match => match.Groups[1].Value + names.GetValueOrDefault(match.Groups[2].Value, match.Groups[2].Value));
    }

    [GeneratedRegex(@"\b(?<name>url|port|api|offline|page)=(?<url>\S+)")]
    private static partial Regex Field();

    [GeneratedRegex(@"(localhost:|127\.0\.0\.1:|\b[Pp]ort )(\d{4,5})\b")]
    private static partial Regex Port();

    [GeneratedRegex(@"-(\d{4})(?:-[a-z]+)?\.localhost")]
    private static partial Regex Domain();
}
