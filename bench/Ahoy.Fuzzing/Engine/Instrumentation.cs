using SharpFuzz;

namespace Ahoy.Fuzzing.Engine;

/// <summary>Has the assemblies of a folder count their branches. They must not be loaded yet.</summary>
internal static class Instrumentation
{
    private static readonly string[] s_assemblies = ["Ahoy.JavaScript", "Ahoy.Model", "Ahoy.Bundling", "Ahoy.Host"];

    /// <summary>Instruments what is there; says of each whether it could be done.</summary>
    public static void Apply(string folder, TextWriter output)
    {
        foreach (var name in s_assemblies)
        {
            var file = Path.Combine(folder, name + ".dll");
            try
            {
                var types = Fuzzer.Instrument(file, static _ => true, Options.Value);
                output.WriteLine($"{name}: {types.Count()} types count their branches");
            }
            catch (InstrumentationException e)
            {
                output.WriteLine($"{name}: not instrumented: {e.Message}");
            }
        }
    }
}
