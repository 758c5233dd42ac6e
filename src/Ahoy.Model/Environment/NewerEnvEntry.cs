namespace Ahoy.Model;

/// <summary>A variable as newer versions of dotenv read it, and the lines that they take for it.</summary>
internal sealed class NewerEnvEntry
{
    public NewerEnvEntry(string name, string value, int firstLine, int lastLine)
    {
        Name = name;
        Value = value;
        FirstLine = firstLine;
        LastLine = lastLine;
    }

    public string Name { get; }

    public string Value { get; }

    public int FirstLine { get; }

    public int LastLine { get; }

    public bool Covers(int line) => line >= FirstLine && line <= LastLine;
}
