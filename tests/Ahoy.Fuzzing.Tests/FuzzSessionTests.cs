using Ahoy.Fuzzing.Engine;

namespace Ahoy.Fuzzing.Tests;

/// <summary>The engine itself: it finds, it shortens, and it does the same for the same seed.</summary>
public sealed class FuzzSessionTests
{
    [Fact]
    public void Run_TargetThatThrows_GivesTheShortestInput()
    {
        using var target = new Target(input =>
        {
            if (input.Contains((byte)'!') && input.Contains((byte)'?'))
            {
                throw new InvalidOperationException("both");
            }
        });

        var failure = Assert.Throws<FuzzFailedException>(() => new FuzzSession(target, seed: 1).Run(TimeSpan.FromMinutes(1)));

        Assert.Equal([(byte)'!', (byte)'?'], failure.Input.Order());
        Assert.Contains("both", failure.Message);
    }

    [Fact]
    public void Run_SameSeed_HasTheSameInputs()
    {
        static List<string> InputsOf(int seed)
        {
            var inputs = new List<string>();
            using var target = new Target(input => inputs.Add(Convert.ToBase64String(input)));
            new FuzzSession(target, seed).Run(TimeSpan.FromMinutes(1), inputs: 200);
            return inputs;
        }

        Assert.Equal(InputsOf(1), InputsOf(1));
        Assert.NotEqual(InputsOf(1), InputsOf(2));
    }

    private sealed class Target(Action<byte[]> run) : IFuzzTarget
    {
        public string Name => "test";

        public IEnumerable<byte[]> Seeds { get; } = ["seed with ! and without the other"u8.ToArray(), "and one with ? alone"u8.ToArray()];

        public void Run(byte[] input) => run(input);

        public void Dispose()
        {
        }
    }
}
