using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ahoy.Host.Offline;
using Ahoy.Host.Workers;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Offline.Examples;

/// <summary>
/// The 110 Functions of the documentation, offline: each answers as the documentation says, or fails for the reason that the table gives. With
/// <c>--offline=strict</c>: whatever asks a third party's host is refused at once.
/// </summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task Examples_OfTheDocumentation_DoWhatTheTableSays()
    {
        var folder = Repository.Examples;
        if (folder is null)
        {
            Assert.Skip("The examples of the documentation are not beside the repository.");
        }

        var table = ExampleTable.Read();
        var files = Directory.GetFiles(folder, "*.js").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), table.Examples.Keys.Order(StringComparer.Ordinal));
        var steps = table.Examples.SelectMany(e => e.Value.Select(step => (Name: e.Key, Step: step))).ToList();
        await using var service = await StartAsync(new Service(files, table));
        await using var hasty = await StartAsync(new HastyService(files, table));

        // Those that fail depend on nothing that others do, and some wait long before they give up.
        var problems = new ConcurrentQueue<string>();
        var failing = Parallel.ForEachAsync(
            steps.Where(s => s.Step.Reason is not null),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (s, _) => await CheckAsync(IsEndless(s.Step) ? hasty : service, s.Name, s.Step, problems.Enqueue));
        foreach (var (name, step) in steps.Where(s => s.Step.Reason is null))
        {
            await CheckAsync(service, name, step, problems.Enqueue);
        }

        await failing;
        Assert.True(problems.IsEmpty, string.Join('\n', problems));
    }

    private static bool IsEndless(ExampleStep step) => step.Status is { ValueKind: JsonValueKind.Number } status && status.GetInt32() == 504;

    private static async Task<Service> StartAsync(Service service)
    {
        await service.InitializeAsync();
        await service.AskAsync(HttpMethod.Put, "clock", new { mode = "fast" });
        return service;
    }

    private static async Task CheckAsync(Service service, string name, ExampleStep step, Action<string> report)
    {
        List<string> problems = [];
        var found = step switch
        {
            { Text: not null } => await TextAsync(service, name, step, problems),
            { Call: not null } => await CallAsync(service, name, step, problems),
            _ => await RequestAsync(service, name, step, problems),
        };
        foreach (var line in step.Log)
        {
            try
            {
                await Eventually.HoldsAsync(() => service.Log.Outputs.Any(o => o.FunctionPath == $"/{name}" && o.Message.Contains(line, StringComparison.Ordinal)), TimeSpan.FromSeconds(5));
            }
            catch (TimeoutException)
            {
                problems.Add($"it logs nothing with '{line}'");
            }
        }

        problems.ForEach(problem => report($"{name}: {problem}; {found}"));
    }

    private static async Task<string> RequestAsync(Service service, string name, ExampleStep step, List<string> problems)
    {
        using var request = new HttpRequestMessage(step.Post is null ? HttpMethod.Get : HttpMethod.Post, $"/{name}{step.Get}");
        request.Content = step.Post is null ? null : new StringContent(step.Post);
        foreach (var (header, value) in step.Send)
        {
            if (header == "Content-Type")
            {
                request.Content ??= new ByteArrayContent([]);
                request.Content.Headers.Remove(header);
                request.Content.Headers.TryAddWithoutValidation(header, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        }

        using var response = await service.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var expected = step.Status?.GetInt32() ?? 200;
        Check(problems, (int)response.StatusCode == expected, $"its status is {(int)response.StatusCode}, and not {expected}");
        Check(problems, expected >= 500 == (step.Reason is not null), "a reason belongs to each status from 500 on, and to no other");
        Check(problems, step.Body is null || body == step.Body, $"its body is not '{step.Body}'");
        Check(problems, step.Match is null || Regex.IsMatch(body, step.Match), $"its body does not match '{step.Match}'");
        var headers = response.Headers.Concat(response.Content.Headers).ToLookup(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var (header, value) in step.Headers)
        {
            Check(problems, headers[header].Any(h => h.Contains(value, StringComparison.Ordinal)), $"its header {header} does not have '{value}'");
        }

        return body;
    }

    private static async Task<string> TextAsync(Service service, string name, ExampleStep step, List<string> problems)
    {
        var result = await service.AskAsync(HttpMethod.Post, "messages", new { from = step.From, to = $"/{name}", body = step.Text });
        var replies = result["replies"]!.AsArray();
        Check(problems, replies.Select(reply => (string?)reply!["body"]).SequenceEqual(step.Replies), $"it does not reply '{string.Join("', '", step.Replies)}'");
        Check(problems, replies.All(reply => (string?)reply!["to"] == (step.To ?? step.From)), "its replies go to somebody else");
        Check(problems, result["webhook"]!["errorCode"] is null, "its webhook failed");
        return result.ToJsonString();
    }

    private static async Task<string> CallAsync(Service service, string name, ExampleStep step, List<string> problems)
    {
        var call = await service.AskAsync(HttpMethod.Post, "calls", new { from = step.From, to = $"/{name}" });
        foreach (var action in step.Call!)
        {
            var (verb, words) = action.Split(':', 2) is [var v, var w] ? (v, w) : (action, "");
            call = await service.AskAsync(HttpMethod.Post, $"calls/{call["sid"]}/{verb}", words.Length == 0 ? null : new { text = words });
        }

        var texts = call["transcript"]!.AsArray().SelectMany(s => new[] { (string?)s!["text"], (string?)s["url"], s["attributes"]?.ToJsonString() }).OfType<string>().ToList();
        Check(problems, (string?)call["status"] == step.Status?.GetString(), $"the call is {call["status"]}");
        Check(problems, step.Says.All(said => texts.Any(text => text.Contains(said, StringComparison.Ordinal))), $"nobody says '{string.Join("', '", step.Says)}'");
        Check(problems, call["transcript"]!.AsArray().All(s => s!["alert"] is null), "there is an alert");
        return call.ToJsonString();
    }

    private static void Check(List<string> problems, bool isRight, string problem)
    {
        if (!isRight)
        {
            problems.Add(problem);
        }
    }

    private class Service(IReadOnlyDictionary<string, string> examples, ExampleTable table) : OfflineProject(Arrange(examples, table))
    {
        internal override OfflineSettings? Offline => new(Port: 0, IsStrict: true);

        protected override bool HasPackages => true;

        private static Dictionary<string, string> Arrange(IReadOnlyDictionary<string, string> examples, ExampleTable table)
        {
            var files = new Dictionary<string, string>(table.Files);
            foreach (var (name, source) in examples)
            {
                files[$"functions/{name}.js"] = source;
            }

            foreach (var (name, copy) in table.Copies)
            {
                files[$"functions/{copy}.js"] = examples[name];
            }

            return files;
        }
    }

    /// <summary>For those that never call back: waiting for the platform's ten seconds shows nothing more.</summary>
    private sealed class HastyService(IReadOnlyDictionary<string, string> examples, ExampleTable table) : Service(examples, table)
    {
        internal override WorkerOptions Workers => base.Workers with { ExecutionTime = TimeSpan.FromSeconds(2) };
    }
}
