using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ahoy.Analysis.Engine;
using Ahoy.Analysis.Rules;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.TwiML;

/// <summary>Functions of just under 100 kB that are all TwiML: more than anybody writes.</summary>
public class LargeTwiMLTests
{
    // The goal is 50 ms; the bound is for machines that are busy with other things.
    private const int MostMilliseconds = 50;
    private const int Slack = 10;
    private const int Attempts = 5;
    private const int Length = 99_000;

    private static readonly ProjectSummary s_project = new(NodeRuntime.Default, [FunctionsProject.ResourceOf("functions/subject.js")], null, null, []);

    public static TheoryData<string> Files() => new(s_files.Keys);

    private static readonly Dictionary<string, Func<string>> s_files = new()
    {
        ["TwiML and input"] = LargeFile,
        ["TwiML alone"] = () => Verbs("", index => $"  twiml.say('Line {index} of the harbour master');\n"),
        ["a menu of gathers"] = () => Verbs("  switch (event.Digits) {\n", index => $"    case '{index}':\n      twiml.gather({{ action: '/subject' }}).say('Berth {index}');\n      break;\n", "  }\n"),
        ["all ways through TwiML"] = () => Verbs(
            string.Concat(Enumerable.Range(0, 6).Select(index => $"  if (event.part{index}) {{\n    twiml.say('{index}');\n  }}\n")),
            index => $"  twiml.pause({{ length: {index} }});\n"),
        ["a loop in each line"] = () => Verbs("", index => $"  for (const berth of event.berths{index}) twiml.say(berth);\n"),
        ["a helper in each line"] = () => Verbs("  const say = (text) => twiml.say(text);\n", index => $"  say('Line {index}');\n"),
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Check_LargeFileOfTwiML_TakesLittleTime(string name)
    {
        var text = s_files[name]();
        var slow = new List<string>();
        foreach (var rule in RuleCatalog.Rules.Where(rule => rule.Descriptor.Category == RuleCategory.TwiML || rule.Descriptor.Id is "AHOY3007" or "AHOY4008" or "AHOY4009" or "AHOY4010"))
        {
            var best = Enumerable.Range(0, Attempts).Min(_ => Measure(rule, text));
            if (best > TimeSpan.FromMilliseconds(MostMilliseconds * Slack))
            {
                slow.Add(string.Create(CultureInfo.InvariantCulture, $"{rule.Descriptor.Id}: {best.TotalMilliseconds:0} ms"));
            }
        }

        Assert.True(slow.Count == 0, string.Join(", ", slow));
    }

    private static string Verbs(string before, Func<int, string> line, string after = "")
    {
        var text = new StringBuilder("exports.handler = (context, event, callback) => {\n  const twiml = new Twilio.twiml.VoiceResponse();\n").Append(before);
        for (var i = 0; text.Length < Length; i++)
        {
            text.Append(line(i));
        }

        // The redirect makes the rules about paths look at them.
        return text.Append(after).Append("  twiml.gather().say('?');\n  twiml.redirect('/subject');\n  callback(null, twiml);\n};\n").ToString();
    }

    private static string LargeFile()
    {
        var text = new StringBuilder("exports.handler = (context, event, callback) => {\n  const twiml = new Twilio.twiml.VoiceResponse();\n  const { to } = event;\n");
        for (var i = 0; text.Length < Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  if (event.Digits === '{i}') {{\n    const gather{i} = twiml.gather({{ numDigits: 1, action: '/subject?step={i}' }});\n    gather{i}.say(`Step ${{event.body}}`);\n  }}\n");
            text.Append(CultureInfo.InvariantCulture, $"  twiml.redirect('/subject');\n  const xml{i} = `<Response><Say>${{to}}</Say></Response>`;\n  console.log(xml{i}, event.token{i});\n");
        }

        return text.Append("  context.getTwilioClient().messages.create({ to }).then(() => callback(null, { statusCode: 200, body: 'ok' }), callback);\n};\n").ToString();
    }

    /// <summary>Parsing is left aside, and what all rules share; what the rules about TwiML share counts for the first that asks.</summary>
    private static TimeSpan Measure(FileRule rule, string text)
    {
        var file = new FileContext(SourceFile.Parse(text), s_project.Resources[0], s_project, CancellationToken.None);
        _ = file.Source.Nodes;
        _ = file.Source.Scopes;
        var started = Stopwatch.GetTimestamp();
        rule.Check(file, new FindingSink(rule.Descriptor, []));
        return Stopwatch.GetElapsedTime(started);
    }
}
