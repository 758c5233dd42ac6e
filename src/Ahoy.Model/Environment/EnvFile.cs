namespace Ahoy.Model;

/// <summary>
/// An environment file (<c>.env</c>), read as dotenv 6.2 reads it, which is the Serverless Toolkit's version. Pages: General Usage;
/// Environment Variables.
/// </summary>
/// <remarks>
/// A line is <c>NAME=value</c>. White space around a value is cut, a quote at either end taken away, and <c>\n</c> is a line end where the value
/// begins and ends with a double quote. <c>#</c> starts a comment only at the start of a line. Of a name that stands twice, the later counts.
/// Where newer versions read something else, <see cref="Differences"/> says so; where all pass over a line in silence, <see cref="Errors"/>.
/// </remarks>
public sealed class EnvFile
{
    private readonly Dictionary<string, EnvVariable> _byName;

    internal EnvFile(IReadOnlyList<EnvVariable> variables, IReadOnlyList<EnvFileError> errors, IReadOnlyList<EnvFileDifference> differences)
    {
        _byName = new Dictionary<string, EnvVariable>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var variable in variables)
        {
            if (!_byName.ContainsKey(variable.Name))
            {
                order.Add(variable.Name);
            }

            _byName[variable.Name] = variable;
        }

        Variables = order.ConvertAll(name => _byName[name]);
        Errors = errors;
        Differences = differences;
    }

    /// <summary>A file without variables: what a project without an environment file has.</summary>
    public static EnvFile Empty { get; } = new([], [], []);

    /// <summary>The variables, each name once, in the order of the file.</summary>
    public IReadOnlyList<EnvVariable> Variables { get; }

    /// <summary>The lines that can't be read; the others are in <see cref="Variables"/> all the same.</summary>
    public IReadOnlyList<EnvFileError> Errors { get; }

    /// <summary>The variables that newer versions of dotenv read differently (AHOY5017).</summary>
    public IReadOnlyList<EnvFileDifference> Differences { get; }

    /// <summary>The same with other variables, which win over those of the file.</summary>
    /// <param name="variables">The variables, by name.</param>
    public EnvFile With(IReadOnlyDictionary<string, string> variables) => variables.Count == 0
        ? this
        : new EnvFile([.. Variables, .. variables.Select(variable => new EnvVariable(variable.Key, variable.Value, 0))], Errors, Differences);

    /// <summary>Reads a text.</summary>
    public static EnvFile Parse(string text) => EnvFileParser.Parse(text);

    /// <summary>Reads the bytes of a file. What is no text has one error, and no variables.</summary>
    public static EnvFile Parse(byte[] content) => EnvFileText.Decode(content, out var error) is { } text ? Parse(text) : new EnvFile([], [error!], []);

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static EnvFile Load(string file) => Parse(File.ReadAllBytes(file));

    /// <summary>The value of a variable, or null where the file does not have it.</summary>
    public string? GetValue(string name) => _byName.TryGetValue(name, out var variable) ? variable.Value : null;
}
