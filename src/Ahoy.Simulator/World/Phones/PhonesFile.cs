using System.Text;
using System.Text.Json;
using Ahoy.Model;
using Ahoy.Simulator.Webhooks;

namespace Ahoy.Simulator.World;

/// <summary>Something that is wrong in <c>phones.json</c>.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
internal sealed record PhonesProblem(int Line, string Message);

/// <summary>Reads <c>phones.json</c>: the account's numbers, and what answers each.</summary>
internal static class PhonesFile
{
    private static readonly string[] s_properties = ["sms", "voice", "status", "smsFallback", "voiceFallback"];

    private static readonly JsonReaderOptions s_options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads the file. All that is wrong is told; numbers that are right count all the same.</summary>
    /// <param name="text">What stands in it.</param>
    /// <param name="resolvePath">The URL of a Function's path; null where no Function has it.</param>
    public static (IReadOnlyList<ConfiguredPhone> Phones, IReadOnlyList<PhonesProblem> Problems) Read(string text, Func<string, string?> resolvePath)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var phones = new List<ConfiguredPhone>();
        var problems = new List<PhonesProblem>();
        var reader = new Utf8JsonReader(bytes, s_options);
        try
        {
            Read(ref reader, bytes, phones, problems, resolvePath);
        }
        catch (JsonException exception)
        {
            problems.Add(new PhonesProblem((int)(exception.LineNumber ?? 0) + 1, $"phones.json is no JSON: {JsonReason.Of(exception)}"));
        }
        catch (InvalidOperationException)
        {
            // A string that is half of a character.
            problems.Add(new PhonesProblem(LineOf(ref reader, bytes), "phones.json has a text that is no Unicode: an escape such as \\ud800 stands alone."));
        }

        return (phones, problems);
    }

    private static void Read(
        ref Utf8JsonReader reader, byte[] bytes, List<ConfiguredPhone> phones, List<PhonesProblem> problems, Func<string, string?> resolvePath)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(new PhonesProblem(1, "phones.json holds an object whose properties are your numbers, such as { \"+15005550006\": { \"sms\": \"/sms\" } }."));
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var number = reader.GetString()!;
            var line = LineOf(ref reader, bytes);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                problems.Add(new PhonesProblem(line, $"{number} is given by an object, such as {{ \"sms\": \"/sms\", \"voice\": \"/incoming\" }}."));
                reader.Skip();
                continue;
            }

            var phone = ReadPhone(ref reader, bytes, new ConfiguredPhone(number), problems, resolvePath);
            if (!PhoneAddress.IsNumber(number) && !PhoneAddress.IsShortCode(number))
            {
                problems.Add(new PhonesProblem(line, $"{number} is no number: write it as +15005550006, with a plus sign and the country's code."));
            }
            else if (phones.Exists(p => p.Number == number))
            {
                problems.Add(new PhonesProblem(line, $"{number} stands here twice."));
            }
            else
            {
                phones.Add(phone);
            }
        }

        // What comes after the object is an error of JSON, which reading on finds.
        while (reader.Read())
        {
        }
    }

    private static ConfiguredPhone ReadPhone(
        ref Utf8JsonReader reader, byte[] bytes, ConfiguredPhone phone, List<PhonesProblem> problems, Func<string, string?> resolvePath)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var line = LineOf(ref reader, bytes);
            reader.Read();
            if (!s_properties.Contains(name, StringComparer.Ordinal))
            {
                problems.Add(new PhonesProblem(line, $"A number has no '{name}': it has {string.Join(", ", s_properties)}."));
                reader.Skip();
                continue;
            }

            if (reader.TokenType != JsonTokenType.String)
            {
                problems.Add(new PhonesProblem(line, $"'{name}' of {phone.Number} is a Function's path or a URL, in quotes."));
                reader.Skip();
                continue;
            }

            var value = reader.GetString()!;
            var url = WebhookUrl.HasScheme(value) ? value : resolvePath(value);
            if (url is null)
            {
                problems.Add(new PhonesProblem(line, $"'{name}' of {phone.Number}: no Function has the path {value}."));
                continue;
            }

            phone = name switch
            {
                "sms" => phone with { Sms = url },
                "voice" => phone with { Voice = url },
                "status" => phone with { Status = url },
                "smsFallback" => phone with { SmsFallback = url },
                _ => phone with { VoiceFallback = url },
            };
        }

        return phone;
    }

    private static int LineOf(ref Utf8JsonReader reader, byte[] bytes) => bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
}
