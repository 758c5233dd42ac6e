using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Platform;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.Rules;

/// <summary>Rules meet every state that a file is in while somebody types, and files that no person has written.</summary>
public class RobustnessTests
{
    private const int Seed = 20260915;
    private const int MutationsOfEachCase = 2;

    // The goal is 50 ms for a file of 100 kB; the bound is for machines that are busy with other things.
    private const int MostMilliseconds = 50;
    private const int Slack = 10;
    private const int Attempts = 5;
    private const int LargeFileLength = 99_000;

    private static readonly ProjectSummary s_project = new(
        "node20",
        [FunctionsProject.ResourceOf("functions/subject.js"), FunctionsProject.ResourceOf("assets/data.private.json")],
        ["API_KEY"],
        [new("axios", DependencyKind.Dependency), new("got", DependencyKind.Dependency)],
        [new("got", RequireSupport.EsModule)]);

    public static TheoryData<string> CaseFiles() => new(RuleCaseFile.All().Select(RuleCaseFile.IdOf));

    public static TheoryData<string> Shapes() => new(s_shapes.Keys);

    private static readonly Dictionary<string, Func<int, string>> s_shapes = new()
    {
        ["parentheses"] = n => "exports.handler = " + new string('(', n) + "1" + new string(')', n) + ";",
        ["arrays"] = n => "exports.handler = " + new string('[', n) + new string(']', n) + ";",
        ["members"] = n => "exports.handler = (context, event, callback) => callback(null, event" + Repeat(".request.headers", n) + ");",
        ["calls"] = n => "exports.handler = (context, event, callback) => { f" + Repeat("()", n) + "; callback(); };",
        ["chains"] = n => "exports.handler = (context, event, callback) => { Promise.resolve()" + Repeat(".then((x) => x)", n) + ".then(callback); };",
        ["choices"] = n => "exports.handler = (context, event, callback) => callback(null, event.request" + Repeat(" || event.request.headers", n) + ");",
        ["sums"] = n => "const t = 'a'" + Repeat(" + 'b'", n) + "; exports.handler = (context, event, callback) => callback(null, event.request.headers[t]);",
        ["branches"] = n => "exports.handler = (context, event, callback) => {" + Repeat(" if (event.a) { callback(); } else if (event.b) { f(); }", n) + " };",
        ["nested functions"] = n => "exports.handler = " + Repeat("() => ", n) + "1;",
        ["nested calls"] = n => "exports.handler = (context, event, callback) => " + Repeat("f(() => ", n) + "callback()" + new string(')', n) + ";",
        ["wrappers"] = n => "exports.handler = " + Repeat("wrap(", n) + "(context, event, callback) => callback()" + new string(')', n) + ";",
        ["variables"] = n => "exports.handler = (context, event, callback) => { let v0 = event;" + string.Concat(Enumerable.Range(1, n).Select(i => $" let v{i} = v{i - 1};")) + $" callback(null, v{n}.request.headers.host); }};",
        ["circle"] = n => "let a = b, b = a; var c = c; exports.handler = exports.handler;" + Repeat(" a = b; b = a;", n),
        ["helpers"] = n => "exports.handler = (context, event, callback) => f0(callback);" + string.Concat(Enumerable.Range(0, n).Select(i => $" function f{i}(cb) {{ f{(i + 1) % n}(cb); }}")),
        ["try"] = n => "exports.handler = async (context, event, callback) => {" + Repeat(" try { await f();", n) + " callback();" + Repeat(" } catch (e) { callback(e); }", n) + " };",
        ["suppressions"] = n => Repeat("// ahoy-disable-next-line AHOY1002\n", n) + "exports.handler = () => {};",
        ["verbs"] = n => "exports.handler = (context, event, callback) => { const t = new Twilio.twiml.VoiceResponse();" + Repeat(" t.say('a'); t.gather({ action: '/a' }).say('b');", n) + " callback(null, t); };",
        ["verbs in branches"] = n => "exports.handler = (context, event, callback) => { const t = new Twilio.twiml.VoiceResponse();" + Repeat(" if (event.a) { t.redirect('/a'); }", n) + " callback(null, t); };",
        ["verbs in links"] = n => "exports.handler = (context, event, callback) => { const t = new Twilio.twiml.VoiceResponse(); f()" + Repeat(".then(() => t.say(event.a))", n) + ".then(() => callback(null, t)); };",
        ["builders"] = n => "exports.handler = (context, event, callback) => { const t0 = new Twilio.twiml.VoiceResponse();" + string.Concat(Enumerable.Range(1, n).Select(i => $" const t{i} = t{i - 1};")) + $" t{n}.redirect('/a'); callback(null, t{n}); }};",
        ["markup"] = n => "exports.handler = (context, event, callback) => callback(null, `<Response>" + Repeat("<Say>", n) + "${event.Body}" + Repeat("</Say>", n) + "</Response>`);",
        ["input"] = n => "exports.handler = (context, event, callback) => { let v0 = event.to;" + string.Concat(Enumerable.Range(1, n).Select(i => $" let v{i} = v{i - 1} + v{i - 1};")) + $" if (!v{n}" + Repeat(" || !v0", n) + $") return callback(); context.getTwilioClient().messages.create({{ to: v{n} }}); console.log(v{n}); callback(null, `<Response>${{v{n}}}</Response>`); }};",
        ["strings"] = n => "const k = {" + string.Concat(Enumerable.Range(0, n).Select(i => $" token{i}: 'aB3dE5fG7hJ9kL1mN3pQ5{i}',")) + " };",
    };

    /// <summary>Files of every rule's own subject, broken in many ways: nothing is thrown, and every span lies in the text.</summary>
    [Theory]
    [MemberData(nameof(CaseFiles))]
    public void Check_BrokenCode_ReportsWithinTheText(string id)
    {
        var mutator = new JavaScriptMutator(Seed);
        var file = RuleCaseFile.All().Single(file => RuleCaseFile.IdOf(file) == id);
        foreach (var @case in RuleCaseFile.Read(file))
        {
            for (var i = 0; i < MutationsOfEachCase; i++)
            {
                var text = mutator.Mutate(@case.Source.Text);
                AssertWithin(text, Run(text, @case.File, @case.Project));
            }
        }
    }

    /// <summary>What is nested, or goes on, beyond all reason: no stack overflows, and no rule takes more than linear time or so.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Check_ExtremeShape_Ends(string shape)
    {
        var text = s_shapes[shape](3000);

        AssertWithin(text, Run(text, "functions/subject.js", s_project));
    }

    /// <summary>No rule takes longer than 50 ms for a file of just under 100 kB, parsing and shared analyses left aside.</summary>
    [Fact]
    public void Check_LargeFile_TakesLittleTime()
    {
        var text = LargeFile();
        Run(text, "functions/subject.js", s_project);
        var slow = new List<string>();
        foreach (var rule in RuleCatalog.Rules)
        {
            var best = Enumerable.Range(0, Attempts).Min(_ => Measure(rule, text));
            if (best > TimeSpan.FromMilliseconds(MostMilliseconds * Slack))
            {
                slow.Add($"{rule.Descriptor.Id}: {best.TotalMilliseconds:0} ms");
            }
        }

        Assert.Empty(slow);
    }

    /// <summary>Natural code of just under 100 kB: cases of all rules, each as a function of its own, and a handler.</summary>
    private static string LargeFile()
    {
        var sources = RuleCaseFile.All().SelectMany(RuleCaseFile.Read).Select(@case => @case.Source.Text)
            .Where(source => SourceFile.Parse(source).Errors.Count == 0)
            .ToList();
        var text = new StringBuilder("exports.handler = (context, event, callback) => part0(callback);\n");
        for (var i = 0; i < sources.Count && text.Length + sources[i].Length < LargeFileLength; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"function part{i}(exports, require) {{\n{sources[i]}}}\n");
        }

        return text.ToString();
    }

    private static TimeSpan Measure(FileRule rule, string text)
    {
        var file = Context(text, "functions/subject.js", s_project);
        _ = file.Source.Nodes;
        _ = file.Source.Scopes;
        _ = file.Source.Handlers;
        var findings = new List<Finding>();
        var started = Stopwatch.GetTimestamp();
        rule.Check(file, new FindingSink(rule.Descriptor, findings));
        return Stopwatch.GetElapsedTime(started);
    }

    private static IReadOnlyList<Finding> Run(string text, string file, ProjectSummary project) =>
        RuleEngine.Run(Context(text, file, project), FileSeverities.Default);

    private static FileContext Context(string text, string file, ProjectSummary project) =>
        new(SourceFile.Parse(text), FunctionsProject.ResourceOf(file), project, TestContext.Current.CancellationToken);

    private static void AssertWithin(string text, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Assert.InRange(finding.Start, 0, text.Length);
            Assert.InRange(finding.End, finding.Start, text.Length);
            Assert.All(finding.Related, related => Assert.InRange(related.End, related.Start, text.Length));
            Assert.NotEmpty(finding.Message);
        }
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
