namespace Ahoy.Host.Logs;

/// <summary>The colours of log lines, or none.</summary>
internal sealed class TextStyle(bool hasColours)
{
    public string Good(string text) => Wrap("32", text);

    public string Info(string text) => Wrap("36", text);

    public string Warn(string text) => Wrap("33", text);

    public string Error(string text) => Wrap("31", text);

    public string Faint(string text) => Wrap("2", text);

    private string Wrap(string code, string text) => hasColours ? $"\e[{code}m{text}\e[0m" : text;
}
