namespace Ahoy.Model;

/// <summary>A variable that the versions of dotenv read differently (AHOY5017). The message holds no value.</summary>
public sealed class EnvFileDifference
{
    internal EnvFileDifference(string name, int line, string message)
    {
        Name = name;
        Line = line;
        Message = message;
    }

    /// <summary>The variable's name.</summary>
    public string Name { get; }

    /// <summary>The line that its name stands in, from 1.</summary>
    public int Line { get; }

    /// <summary>What differs, what counts, and how to write it so that nothing does. Without a full stop.</summary>
    public string Message { get; }
}
