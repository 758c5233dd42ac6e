namespace Ahoy.Model;

/// <summary>Tells where the versions of dotenv read a file differently, and why.</summary>
internal static class EnvFileComparison
{
    public static IReadOnlyList<EnvFileDifference> Compare(IReadOnlyList<EnvVariable> variables, IReadOnlyList<NewerEnvEntry> newer)
    {
        var older = Last(variables, variable => variable.Name);
        var later = Last(newer, entry => entry.Name);
        var differences = new List<EnvFileDifference>();

        // What stands inside such a value is told with it: the name that the older version reads there may be a part of a secret.
        var severalLines = later.Values.Where(entry => entry.Value.IndexOf('\n') >= 0 && ValueOf(entry.Name) != entry.Value).ToList();
        foreach (var variable in older.Values)
        {
            if (later.TryGetValue(variable.Name, out var entry))
            {
                if (entry.Value != variable.Value)
                {
                    differences.Add(new EnvFileDifference(variable.Name, variable.Line, DescribeValue(variable, entry)));
                }
            }
            else if (!severalLines.Any(outer => outer.Covers(variable.Line)))
            {
                differences.Add(new EnvFileDifference(
                    variable.Name, variable.Line, $"newer versions of dotenv don't read '{variable.Name}' here, and the Serverless Toolkit's does: write {variable.Name}=value in a line of its own"));
            }
        }

        differences.AddRange(later.Values.Where(entry => !older.ContainsKey(entry.Name)).Select(entry => new EnvFileDifference(
            entry.Name,
            entry.FirstLine,
            $"'{entry.Name}' is not set: the Serverless Toolkit's version of dotenv passes over this line, which newer ones read; write {entry.Name}=value, without 'export' or ':'")));
        return [.. differences.OrderBy(difference => difference.Line)];

        string? ValueOf(string name) => older.TryGetValue(name, out var variable) ? variable.Value : null;
    }

    private static string DescribeValue(EnvVariable variable, NewerEnvEntry entry)
    {
        if (entry.LastLine > entry.FirstLine)
        {
            return $"newer versions of dotenv read the value of '{variable.Name}' over several lines, and the Serverless Toolkit's, which counts, ends it with its line: write it in one line, in double quotes, with \\n for each line end";
        }

        return variable.Value.Length > entry.Value.Length && variable.Value.IndexOf('#') >= 0 && variable.Value.StartsWith(entry.Value, StringComparison.Ordinal)
            ? $"newer versions of dotenv cut the value of '{variable.Name}' at '#', and the Serverless Toolkit's, which counts, takes all of it: put the value into quotes, which all versions read alike"
            : $"newer versions of dotenv read the quotes, blanks or escapes of the value of '{variable.Name}' differently from the Serverless Toolkit's, which counts: put the whole value into one pair of quotes that it does not have itself, without blanks at its ends";
    }

    private static Dictionary<string, T> Last<T>(IEnumerable<T> items, Func<T, string> name)
    {
        var last = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            last[name(item)] = item;
        }

        return last;
    }
}
