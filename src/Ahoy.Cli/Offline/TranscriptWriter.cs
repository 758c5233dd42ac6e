using System.Globalization;

namespace Ahoy.Cli.Offline;

/// <summary>Writes a call one line a step, for scripts: who, the verb, and what.</summary>
internal sealed class TranscriptWriter(TextWriter output)
{
    private int _written;

    /// <summary>Writes the steps that came since.</summary>
    public void Write(CallState call)
    {
        for (; _written < call.Transcript.Count; _written++)
        {
            output.WriteLine(Line(call.Transcript[_written]));
        }

        output.Flush();
    }

    /// <summary>A step on one line.</summary>
    public static string Line(CallStep step)
    {
        var parts = new List<string>();
        if (step.Alert is { } alert)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"error={alert}"));
        }

        parts.AddRange((step.Attributes ?? new Dictionary<string, string>()).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));
        parts.AddRange(new[] { step.Digits, step.Url, step.Text }.OfType<string>());
        var what = string.Join(' ', parts).ReplaceLineEndings(" ");
        return $"{step.By,-6}  {step.Verb,-8}  {what}".TrimEnd();
    }
}
