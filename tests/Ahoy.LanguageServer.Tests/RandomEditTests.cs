using System.Globalization;
using System.Text.Json.Nodes;
using Ahoy.Analysis;
using Ahoy.Analysis.Engine;
using Ahoy.LanguageServer.Projects;
using Ahoy.LanguageServer.Text;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.LanguageServer.Tests;

/// <summary>
/// After each of many edits in files that depend on each other, the server says what a fresh analysis of the same texts says. <c>AHOY_LSP_EDITS</c> is how many
/// there are (10,000 for a full run), <c>AHOY_LSP_SEED</c> which ones.
/// </summary>
public sealed class RandomEditTests
{
    // Besides what opens and closes: what lines end with, what counts differently in UTF-8 and UTF-16, half a surrogate pair's neighbours.
    private static readonly string[] s_snippets =
    [
        "", "{", "}", "(", ")", "'", "`", "/*", "*/", "//", "\n", "\r\n", "\r", "\u2028", "ä", "€", "😀", " await ", "return;\n", "callback(null, 1);\n", "if (event.a) {", "async ",
        "context.getTwilioClient().messages.create({});\n", "require(Runtime.getFunctions()['lib'].path)", "exports.", "handler", "// ahoy-disable-next-line AHOY1002\n", "event.request.headers['X-Forwarded-Host']",
    ];

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task Edits_OfAnyKind_AreFollowedAsAFreshAnalysisWould(string encoding)
    {
        var random = new Random(Given("AHOY_LSP_SEED", 20));
        var files = FilesOf(random);
        await using var editor = await TestEditor.StartAsync(
            "{ \"general\": { \"positionEncodings\": [\"" + encoding + "\"] }, \"textDocument\": { \"diagnostic\": {} }, \"workspace\": { \"didChangeWatchedFiles\": { \"dynamicRegistration\": true } } }",
            null,
            [.. files.Select(file => (file.Key, file.Value)), (".env", "GREETING=x\n")]);
        foreach (var (file, text) in files)
        {
            await editor.OpenAsync(file, text);
        }

        var findings = 0;
        var names = files.Keys.Order(StringComparer.Ordinal).ToList();
        var project = EditorProject.Read(editor.Folder.Path, null);
        var kind = encoding == "utf-8" ? PositionEncoding.Utf8 : PositionEncoding.Utf16;
        for (var i = 0; i < Given("AHOY_LSP_EDITS", 600) / 2; i++)
        {
            var name = names[random.Next(names.Count)];
            var (start, end, inserted) = EditOf(files[name], files[names[random.Next(names.Count)]], random);
            await editor.ChangeAsync(name, Change(files[name], start, end, inserted, kind));
            files[name] = string.Concat(files[name].AsSpan(0, start), inserted, files[name].AsSpan(end));

            // Mostly the file itself, and one that may depend on it.
            foreach (var asked in new[] { name, names[random.Next(names.Count)] })
            {
                var expected = Fresh(project, files, asked, kind);
                findings += expected.Count;
                Assert.True(
                    expected.SequenceEqual(await FoundAsync(editor, asked)),
                    $"Edit {i} of {name} ({start} to {end}: {JsonValue.Create(inserted)!.ToJsonString()}) made another result of {asked}:\n{files[asked]}");
            }
        }

        Assert.NotEqual(0, findings);
        Assert.Equal("", editor.Log.ToString());
    }

    private static int Given(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static Dictionary<string, string> FilesOf(Random random)
    {
        var cases = RuleCaseFile.All().SelectMany(RuleCaseFile.Read).Where(@case => @case.Source.Text.Length < 1500).ToArray();
        random.Shuffle(cases);
        var files = cases.Take(10).Select((@case, index) => ($"functions/f{index}.js", @case.Source.Text)).ToDictionary(file => file.Item1, file => file.Text, StringComparer.Ordinal);
        files["functions/lib.private.js"] = "exports.send = async (client) => {\n  await client.messages.create({});\n};\n";
        files["functions/menu.js"] = "const { send } = require(Runtime.getFunctions()['lib'].path);\nexports.handler = async (context, event, callback) => {\n  send(context.getTwilioClient());\n  callback(null, context.GREETING);\n};\n";
        return files;
    }

    private static (int Start, int End, string Inserted) EditOf(string text, string other, Random random)
    {
        // A file that has grown, or lost all, begins again as another.
        if (text.Length > 4000 || (text.Length < 20 && other.Length > 0))
        {
            return (0, text.Length, other.Length > 4000 ? "" : other);
        }

        var start = Between(text, random.Next(text.Length + 1));
        var end = Between(text, Math.Min(text.Length, start + (random.Next(3) == 0 ? random.Next(40) : random.Next(2))));
        if (random.Next(4) > 0)
        {
            return (start, Math.Max(start, end), s_snippets[random.Next(s_snippets.Length)]);
        }

        var from = Between(other, random.Next(other.Length + 1));
        return (start, Math.Max(start, end), other[from..Math.Max(from, Between(other, Math.Min(other.Length, from + random.Next(120))))]);
    }

    // Positions lie neither in a character nor in the end of a line.
    private static int Between(string text, int offset) =>
        offset > 0 && offset < text.Length && (char.IsLowSurrogate(text[offset]) || (text[offset] == '\n' && text[offset - 1] == '\r')) ? offset - 1 : offset;

    // Counted here on its own, so that a mistake of the server's map is not repeated.
    private static JsonObject Change(string text, int start, int end, string inserted, PositionEncoding encoding)
    {
        var (startLine, startCharacter) = PositionOf(text, start, encoding);
        var (endLine, endCharacter) = PositionOf(text, end, encoding);
        return TestEditor.Edit(startLine, startCharacter, endLine, endCharacter, inserted);
    }

    private static (int Line, int Character) PositionOf(string text, int offset, PositionEncoding encoding)
    {
        var before = text[..offset].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return (before.Length - 1, encoding == PositionEncoding.Utf16 ? before[^1].Length : System.Text.Encoding.UTF8.GetByteCount(before[^1]));
    }

    private static List<string> Fresh(EditorProject project, Dictionary<string, string> files, string name, PositionEncoding encoding)
    {
        var resource = FunctionsProject.ResourceOf(name);
        var others = new ProjectFileSources(files.Where(file => file.Key != name).Select(file => new ProjectFile(file.Key, () => file.Value)));
        var context = new FileContext(SourceFile.Parse(files[name], resource), resource, project.Summary, CancellationToken.None, others);
        return
        [
            .. RuleEngine.Run(context, FileSeverities.Default).Select(finding =>
                $"{finding.Rule.Id} {Range(files[name], finding.Start, encoding)} {Range(files[name], Math.Max(finding.Start, finding.End), encoding)} {finding.Message}"),
        ];
    }

    private static string Range(string text, int offset, PositionEncoding encoding)
    {
        var position = new TextMap(text, encoding).PositionOf(offset);
        return $"{position["line"]}:{position["character"]}";
    }

    private static async Task<List<string>> FoundAsync(TestEditor editor, string name) =>
    [
        .. (await editor.DiagnoseAsync(name)).Select(finding =>
        {
            var (start, end) = (finding.GetProperty("range").GetProperty("start"), finding.GetProperty("range").GetProperty("end"));
            return $"{finding.GetProperty("code").GetString()} {start.GetProperty("line").GetInt32()}:{start.GetProperty("character").GetInt32()} "
                + $"{end.GetProperty("line").GetInt32()}:{end.GetProperty("character").GetInt32()} {finding.GetProperty("message").GetString()}";
        }),
    ];
}
