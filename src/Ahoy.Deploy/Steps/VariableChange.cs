namespace Ahoy.Deploy.Steps;

/// <summary>A change of a variable that was made. Printing it shows the name alone.</summary>
/// <param name="Sid">The variable.</param>
/// <param name="Key">Its name.</param>
/// <param name="Before">Its value before, or null where it was new.</param>
internal sealed record VariableChange(string Sid, string Key, string? Before)
{
    public override string ToString() => Key;
}
