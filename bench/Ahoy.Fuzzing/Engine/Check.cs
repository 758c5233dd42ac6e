namespace Ahoy.Fuzzing.Engine;

/// <summary>What must hold for every input.</summary>
internal static class Check
{
    public static void That(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It does not hold that {what}.");
        }
    }
}
