namespace Ahoy.Model;

/// <summary>A variable of an environment file.</summary>
public sealed class EnvVariable
{
    internal EnvVariable(string name, string value, int line)
    {
        Name = name;
        Value = value;
        Line = line;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value, which may be a secret: it is never printed.</summary>
    public string Value { get; }

    /// <summary>The line that the name stands in, from 1.</summary>
    public int Line { get; }

    /// <summary>The name alone, so that no log shows the value.</summary>
    public override string ToString() => Name;
}
