namespace Ahoy.Fuzzing.Engine;

/// <summary>Something that reads what others wrote.</summary>
public interface IFuzzTarget : IDisposable
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Good input, to begin with.</summary>
    IEnumerable<byte[]> Seeds { get; }

    /// <summary>Reads an input. Exceptions that its documentation has are caught here; every other one is a finding, and so is an input that takes seconds.</summary>
    void Run(byte[] input);
}
