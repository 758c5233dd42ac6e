using Ahoy.Analysis.Engine;
using Ahoy.TestSupport.Analyzers;

namespace Ahoy.Analysis.Tests.TwiML;

/// <summary>What is found in one file may depend on others: it is kept as long as those are the same, and not only then.</summary>
public class ConsultedSourcesTests
{
    private const string First = "exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/b'); callback(null, r); };";
    private const string Last = "exports.handler = (context, event, callback) => { const r = new Twilio.twiml.VoiceResponse(); r.redirect('/a'); callback(null, r); };";
    private const string Other = "exports.handler = (context, event, callback) => callback(null, 'other');";

    private static readonly ProjectSummary s_project = new(
        NodeRuntime.Default, [.. new[] { "functions/a.js", "functions/b.js", "functions/c.js" }.Select(FunctionsProject.ResourceOf)], null, null, []);

    private readonly object _text = new string(Last);
    private readonly FileSeverities _severities = FileSeverities.Default;

    [Fact]
    public void Findings_FileThatWasNotAsked_ChangesNothing()
    {
        var (a, c) = (new string(First), new string(Other));
        var before = Find(a, c);

        Assert.Same(before, Find(a, new string("// changed\n" + Other)));
        Assert.Contains(before, finding => finding.Rule.Id == "AHOY7003");
    }

    [Fact]
    public void Findings_FileThatWasAsked_AreFoundAnew()
    {
        var before = Find(new string(First), Other);
        var after = Find(new string(First.Replace("r.redirect", "r.say('Hi'); r.redirect")), Other);

        Assert.Contains(before, finding => finding.Rule.Id == "AHOY7003");
        Assert.DoesNotContain(after, finding => finding.Rule.Id == "AHOY7003");
    }

    private IReadOnlyList<Finding> Find(string a, string c)
    {
        var sources = new ProjectFileSources([new ProjectFile("/p/functions/a.js", () => a), new ProjectFile("/p/functions/b.js", () => _text), new ProjectFile("/p/functions/c.js", () => c)]);
        var resource = s_project.Resources[1];
        return FindingCache.Of(new FileContext(SourceFile.Of(_text, resource), resource, s_project, CancellationToken.None, sources), _severities);
    }
}
