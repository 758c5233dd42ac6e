using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ahoy.Analysis.Engine;
using Ahoy.Cli.Checking;
using Ahoy.Cli.Output;
using Ahoy.Cli.Proofs;

namespace Ahoy.Cli.Proving;

/// <summary>
/// Writes runs down as tests in C# with <c>Ahoy.Testing</c> and xunit, a file for each Function: each makes the same request again, with the same failures, and passes once the finding is gone.
/// </summary>
/// <param name="folder">The folder of the tests.</param>
internal sealed class ProofTests(string folder)
{
    /// <summary>Writes what was proved.</summary>
    /// <param name="result">The result.</param>
    /// <returns>What to tell of it.</returns>
    /// <exception cref="UserErrorException">A file can't be written.</exception>
    public string Write(CheckResult result)
    {
        var (files, tests, left) = (0, 0, 0);
        foreach (var file in result.Files)
        {
            (Finding Finding, ProofRun Run)[] proved =
            [
                .. file.Findings.Where(file.Proofs.ContainsKey).Select(finding => (finding, file.Proofs[finding].Run)).Where(pair => pair.Run is not null).Select(pair => (pair.finding, pair.Run!)),
            ];
            var writable = proved.Where(pair => CanBeReplayed(pair.Run)).ToList();
            left += proved.Length - writable.Count;
            if (writable.Count > 0)
            {
                Write(file, writable, FolderOf(file, result.Folders));
                files++;
                tests += writable.Count;
            }
        }

        var note = left == 0 ? "" : $" {left} more need answers of others, headers or a time of day, which a test would have to arrange for: they are not written.";
        return $"{tests} test{(tests == 1 ? "" : "s")} in {files} file{(files == 1 ? "" : "s")} in {folder}.{note}";
    }

    // What others answer when all goes well is the offline Twilio's there, and other hosts are out of reach.
    private static bool CanBeReplayed(ProofRun run) =>
        run is { At: null, Count: null, Fields.Count: 0, Headers.Count: 0, Cookies.Count: 0 } && run.Calls.All(call => call.IsTwilio || call.Answer is not (ProofCall.Good or "slow" or "timeout"));

    private static string FolderOf(CheckedFile file, IReadOnlyList<string> folders) =>
        folders.Where(project => file.FullPath.StartsWith(project + Path.DirectorySeparatorChar, StringComparison.Ordinal)).MaxBy(project => project.Length) ?? folders[0];

    private void Write(CheckedFile file, List<(Finding Finding, ProofRun Run)> proved, string project)
    {
        var name = NameOf(file.Context.Resource.Path);
        var path = Path.Combine(folder, name + "Runs.cs");
        var text = Compose(name + "Runs", proved.Select(pair => (pair.Finding, file.PlaceOf(pair.Finding.Start, pair.Finding.End).Line, pair.Run)), Path.GetRelativePath(Path.GetFullPath(folder), project).Replace('\\', '/'));
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(path, output => output.Write(Encoding.UTF8.GetBytes(text)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} can't be written: {e.Message}");
        }
    }

    private static string Compose(string name, IEnumerable<(Finding Finding, int Line, ProofRun Run)> proved, string project)
    {
        var text = new StringBuilder();
        text.Append($$"""
            // Written by `ahoy check --write-tests`: each test makes the run again that shows a finding, and passes once the finding is gone.
            using System.Linq;
            using System.Threading.Tasks;
            using Ahoy.Testing;
            using Xunit;

            public sealed class {{name}}
            {

            """.ReplaceLineEndings("\n"));
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (finding, line, run) in proved)
        {
            var method = string.Create(CultureInfo.InvariantCulture, $"{finding.Rule.Id}_Line{line}");
            for (var again = 2; !used.Add(method); again++)
            {
                method = string.Create(CultureInfo.InvariantCulture, $"{finding.Rule.Id}_Line{line}_{again}");
            }

            text.Append(used.Count == 1 ? "" : "\n").Append(ComposeTest(method, run, project));
        }

        return text.Append("}\n").ToString();
    }

    private static string ComposeTest(string method, ProofRun run, string project)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"    // {run.ToString().ReplaceLineEndings(" ")}\n");
        text.Append(CultureInfo.InvariantCulture, $"    [Fact]\n    public async Task {method}()\n    {{\n");
        text.Append(CultureInfo.InvariantCulture, $"        await using var service = await AhoyService.StartAsync({Literal(project)}, options =>\n        {{\n            options.Strict = true;\n");
        foreach (var (name, value) in run.Variables)
        {
            text.Append(CultureInfo.InvariantCulture, $"            options.Variables[{Literal(name)}] = {Literal(TextOf(value))};\n");
        }

        foreach (var name in run.MissingVariables)
        {
            text.Append(CultureInfo.InvariantCulture, $"            options.Variables[{Literal(name)}] = \"\";\n");
        }

        text.Append("        });\n");
        foreach (var call in run.Calls.Where(call => call.IsTwilio && call.Answer != ProofCall.Good))
        {
            text.Append(CultureInfo.InvariantCulture, $"        service.Twilio.Fail(path: {Literal(call.Pattern)}, method: {Literal(call.Method)}, {FaultOf(call)}, times: 1);\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n        var result = await {Request(run)};\n\n");
        text.Append(CultureInfo.InvariantCulture, $"        {Assertion(run.Kind)}\n    }}\n");
        return text.ToString();
    }

    private static string FaultOf(ProofCall call) => call.Answer switch
    {
        "slow" => "delay: System.TimeSpan.FromSeconds(3)",
        "reset" or "timeout" => "drop: true",
        _ => "status: " + call.Answer,
    };

    private static string Request(ProofRun run)
    {
        if (run.Event.Values.Any(value => value.ValueKind != JsonValueKind.String))
        {
            return $"service.InvokeJsonAsync({Literal(run.Path)}, System.Text.Json.JsonDocument.Parse({Literal(Json(run.Event))}).RootElement)";
        }

        return run.Method == "GET"
            ? $"service.InvokeAsync({Literal(run.Path)})"
            : $"service.InvokeAsync({Literal(run.Path)}, new System.Collections.Generic.Dictionary<string, string> {{ {string.Join(", ", run.Event.Select(pair => $"[{Literal(pair.Key)}] = {Literal(TextOf(pair.Value))}"))} }})";
    }

    private static string Json(IReadOnlyDictionary<string, JsonElement> values) =>
        "{" + string.Join(",", values.Select(pair => $"\"{JsonEncodedText.Encode(pair.Key)}\":{pair.Value.GetRawText()}")) + "}";

    private static string Assertion(string kind) => kind switch
    {
        "no-answer" or "returned" => "Assert.NotEqual(504, result.StatusCode);",
        "second-answer" => "Assert.DoesNotContain(service.Logs, line => line.Message.Contains(\"The callback was used again\"));",
        "failure-unanswered" => "Assert.NotEqual(500, result.StatusCode);",
        "failure-lost" => "Assert.DoesNotContain(service.Logs, line => line.Message.Contains(\"After its callback the Function failed\") || line.Message.Contains(\"Between invocations\"));",
        _ => "Assert.DoesNotContain(service.Logs, line => line.Message.Contains(\"that it had started was still pending\"));",
    };

    private static string NameOf(string path)
    {
        var name = new StringBuilder();
        var isStart = true;
        foreach (var letter in path)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                isStart = true;
                continue;
            }

            name.Append(isStart ? char.ToUpperInvariant(letter) : letter);
            isStart = false;
        }

        return name.Length == 0 || char.IsDigit(name[0]) ? "Function" + name : name.ToString();
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // The escapes of JSON are C#'s, too.
    private static string Literal(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
