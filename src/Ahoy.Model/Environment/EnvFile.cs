using System.Text;

namespace Ahoy.Model;

/// <summary>
/// An environment file (<c>.env</c>), read as the dotenv package reads it. Pages: General Usage; Environment Variables.
/// </summary>
/// <remarks>
/// <c>NAME=value</c>, with an optional <c>export</c> before it. A value in single, double or back quotes may span lines and hold
/// <c>#</c>; in double quotes <c>\n</c> and <c>\r</c> are line ends. Without quotes a <c>#</c> starts a comment and blanks around the
/// value are dropped. Of a name that stands twice, the later counts. Where dotenv passes over a line in silence, this
/// reader reports it.
/// </remarks>
public sealed class EnvFile
{
    private readonly Dictionary<string, EnvVariable> _byName;

    internal EnvFile(IReadOnlyList<EnvVariable> variables, IReadOnlyList<EnvFileError> errors)
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
    }

    /// <summary>A file without variables: what a project without an environment file has.</summary>
    public static EnvFile Empty { get; } = new([], []);

    /// <summary>The variables, each name once, in the order of the file.</summary>
    public IReadOnlyList<EnvVariable> Variables { get; }

    /// <summary>The lines that can't be read; the others are in <see cref="Variables"/> all the same.</summary>
    public IReadOnlyList<EnvFileError> Errors { get; }

    /// <summary>Reads a text; a byte order mark and any kind of line end are fine.</summary>
    public static EnvFile Parse(string text) => new EnvFileParser(text).Parse();

    /// <summary>Reads a file as UTF-8.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static EnvFile Load(string file) => Parse(File.ReadAllText(file, Encoding.UTF8));

    /// <summary>The value of a variable, or null where the file does not have it.</summary>
    public string? GetValue(string name) => _byName.TryGetValue(name, out var variable) ? variable.Value : null;
}
