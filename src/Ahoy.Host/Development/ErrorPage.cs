using System.Net;
using System.Text;
using System.Text.Json;
using Ahoy.Host.Environments;

namespace Ahoy.Host.Development;

/// <summary>Shows an error of a Function in a browser: what went wrong, the lines of source around it, and the stack with the project's files first.</summary>
internal static class ErrorPage
{
    private const int LinesAround = 4;

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}"
        + "h1{font-size:1.4rem;color:#b42318}pre{background:#f4f5f7;padding:1rem;overflow:auto;font-size:.9rem}"
        + "mark{background:#ffd8d3;display:block}.other{color:#6b7280}";

    /// <summary>The page, or null where the reply is not what a worker says of an error.</summary>
    public static byte[]? Render(ServedEnvironment served, string functionPath, ReadOnlySpan<byte> reply)
    {
        ErrorReport? error;
        try
        {
            error = JsonSerializer.Deserialize(reply, ErrorReportJson.Default.ErrorReport);
        }
        catch (JsonException)
        {
            return null;
        }

        var frames = StackFrame.Parse(error?.Stack ?? "");
        var own = frames.Where(f => f.IsOf(served.WorkingFolder)).ToList();
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>").Append(Text(error?.Name ?? "Error")).Append("</title><style>").Append(Style).Append("</style>");
        page.Append("<h1>").Append(Text($"{error?.Name}: {error?.Message}")).Append("</h1><p>The Function <code>").Append(Text(functionPath)).Append("</code> failed.</p>");
        if (own.Count > 0)
        {
            AddSource(page, served.WorkingFolder, own[0]);
        }

        page.Append("<h2>Stack</h2><pre>");
        foreach (var frame in own)
        {
            page.Append(Text(frame.Text)).Append('\n');
        }

        foreach (var frame in frames.Except(own))
        {
            page.Append("<span class=\"other\">").Append(Text(frame.Text)).Append("</span>\n");
        }

        return Encoding.UTF8.GetBytes(page.Append("</pre></html>").ToString());
    }

    private static void AddSource(StringBuilder page, string folder, StackFrame frame)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(frame.File!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A source map may name a file that is not here.
            return;
        }

        page.Append("<h2>").Append(Text($"{Path.GetRelativePath(folder, frame.File!)}:{frame.Line}")).Append("</h2><pre>");
        for (var i = Math.Max(1, frame.Line - LinesAround); i <= Math.Min(lines.Length, frame.Line + LinesAround); i++)
        {
            var line = Text($"{i,5}  {lines[i - 1]}");
            page.Append(i == frame.Line ? $"<mark>{line}</mark>" : line + "\n");
        }

        page.Append("</pre>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
