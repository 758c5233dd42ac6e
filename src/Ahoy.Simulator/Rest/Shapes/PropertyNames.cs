using System.Collections.Concurrent;
using System.Text;

namespace Ahoy.Simulator.Rest.Shapes;

/// <summary>Parameters are `FriendlyName`, properties `friendly_name`.</summary>
internal static class PropertyNames
{
    private static readonly ConcurrentDictionary<string, string> s_names = new(StringComparer.Ordinal);

    internal static string FromParameter(string parameter)
    {
        return s_names.GetOrAdd(parameter, Convert);
    }

    private static string Convert(string parameter)
    {
        var name = new StringBuilder(parameter.Length + 4);
        for (var i = 0; i < parameter.Length; i++)
        {
            var startsWord = char.IsAsciiLetterUpper(parameter[i]) && i > 0 && parameter[i - 1] != '.' && parameter[i - 1] != '_'
                && (!char.IsAsciiLetterUpper(parameter[i - 1]) || (i + 1 < parameter.Length && char.IsAsciiLetterLower(parameter[i + 1])));
            if (startsWord)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(parameter[i]));
        }

        return name.ToString();
    }
}
