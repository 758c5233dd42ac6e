namespace Ahoy.Fuzzing.Engine;

/// <summary>An input that a target did not stand. The message has it, so that it can be tried again.</summary>
public sealed class FuzzFailedException(string target, int seed, byte[] input, string what, Exception? inner = null)
    : Exception($"{target}, seed {seed}: {what}\n{input.Length} bytes, base64: {Convert.ToBase64String(input)}", inner)
{
    /// <summary>The input, as short as it could be made.</summary>
    public byte[] Input { get; } = input;
}
