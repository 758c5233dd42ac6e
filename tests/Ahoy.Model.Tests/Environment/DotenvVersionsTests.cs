using System.Globalization;
using System.Text;
using System.Text.Json;
using Ahoy.TestSupport;
using Xunit.Sdk;

namespace Ahoy.Model.Tests.Environment;

/// <summary>
/// Generated environment files, read by Ahoy and by the npm package dotenv: 6.2.0 has the values that count, and wherever 16 has others, the
/// reader says so. <c>AHOY_SEED</c> runs one seed again, <c>AHOY_ENV_FILES</c> sets how many files there are.
/// </summary>
public sealed class DotenvVersionsTests
{
    private static readonly string[] s_names = ["A", "B", "TOKEN", "a.b-c", "_", "0", "ÄRGER", "$X", "A B", "", "export A", "export\tB", "toString"];
    private static readonly string[] s_equals = ["=", "=", "=", "=", " = ", "\t=", "= ", ":", ": ", " : ", "", "==", "=\u00A0", "\u3000="];
    private static readonly string[] s_pieces =
    [
        "a", "pier", "7", " ", "  ", "\t", "#", " #", "# ", "'", "\"", "`", "\\", "\\n", "\\r", "\\\"", "\\'", "=", "$", "{", "}", "ü", "😀", "\u00A0", "\u2028",
        "\uFEFF", "\u0085", "https://u:p@example.com/a?b=c#frag", "export", ":", "\v", "\f",
    ];

    private static readonly string[] s_ends = ["\n", "\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n \n", "\u2029"];
    private static readonly string[] s_others = ["", "# a comment", "#A=1", "  # 'one' \"two\"", "just words", "A", "'", "\"", "`", "-----END KEY-----", "QUFBQQ=="];

    [Fact]
    public async Task Parse_AnyFile_HasTheValuesOfTheToolkitsVersionAndTellsWhereNewerOnesDiffer()
    {
        var seed = Number("AHOY_SEED") ?? Random.Shared.Next();
        var random = new Random(seed);
        var texts = Enumerable.Range(0, Number("AHOY_ENV_FILES") ?? 4000).Select(_ => File(random)).ToList();

        var versions = await ReadByNpmAsync(texts);

        for (var i = 0; i < texts.Count; i++)
        {
            Compare(texts[i], versions[i][0], versions[i][1], $"AHOY_SEED={seed}, file {i}: {JsonSerializer.Serialize(texts[i])}");
        }
    }

    private static void Compare(string text, string[][] older, string[][] newer, string what)
    {
        var file = EnvFile.Parse(text);
        var expected = older.ToDictionary(pair => pair[0], pair => pair[1]);
        var actual = file.Variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        Assert.True(Sorted(expected) == Sorted(actual), $"{what}\nexpected {Sorted(expected)}\nactual   {Sorted(actual)}");

        var later = newer.ToDictionary(pair => pair[0], pair => pair[1]);
        var differing = expected.Keys.Union(later.Keys).Where(name => expected.GetValueOrDefault(name) != later.GetValueOrDefault(name)).ToHashSet();
        var told = file.Differences.Select(difference => difference.Name).ToHashSet();
        Assert.True(told.IsSubsetOf(differing), $"{what}\ntold of {string.Join(", ", told.Except(differing))}");

        // What stands inside a value of several lines is told with that value.
        var missing = differing.Except(told).Where(name => later.ContainsKey(name) || !newer.Any(pair => pair[1].Contains('\n', StringComparison.Ordinal))).ToList();
        Assert.True(missing.Count == 0, $"{what}\nsilent about {string.Join(", ", missing)}");
    }

    private static string File(Random random)
    {
        var text = new StringBuilder(random.Next(20) == 0 ? "\uFEFF" : "");
        for (var line = random.Next(1, 7); line > 0; line--)
        {
            text.Append(random.Next(6) == 0 ? Of(random, s_others) : Of(random, s_names) + Of(random, s_equals) + Value(random));
            text.Append(line == 1 && random.Next(2) == 0 ? "" : Of(random, s_ends));
        }

        return text.ToString();
    }

    private static string Value(Random random)
    {
        var value = string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => Of(random, s_pieces)));
        var quote = random.Next(2) == 0 ? "" : Of(random, ["'", "\"", "`"]);
        return quote + value + quote + Of(random, ["", "", "", " ", " # a comment", "#"]);
    }

    private static string Of(Random random, string[] choices) => choices[random.Next(choices.Length)];

    private static string Sorted(Dictionary<string, string> variables) =>
        JsonSerializer.Serialize(variables.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new[] { pair.Key, pair.Value }));

    private static int? Number(string variable) =>
        int.TryParse(System.Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<string[][][][]> ReadByNpmAsync(List<string> texts)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Path.Combine(AppContext.BaseDirectory, "Environment", "Dotenv");
        await NodePackages.InstallAsync(folder, cancellation);
        using var temporary = new TempFolder();
        var input = temporary.Write("input.json", JsonSerializer.Serialize(texts));
        var output = Path.Combine(temporary.Path, "output.json");
        var result = await ProcessRunner.RunAsync("node", [Path.Combine(folder, "read.js"), input, output], folder, cancellationToken: cancellation);
        return result.ExitCode == 0
            ? JsonSerializer.Deserialize<string[][][][]>(await System.IO.File.ReadAllTextAsync(output, cancellation))!
            : throw new XunitException(result.ToString());
    }
}
