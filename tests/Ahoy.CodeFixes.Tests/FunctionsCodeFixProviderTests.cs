using System.Reflection;
using Ahoy.Analysis.Engine;
using Ahoy.Analyzers;
using Ahoy.Model;
using Ahoy.TestSupport;
using Ahoy.TestSupport.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ahoy.CodeFixes.Tests;

public class FunctionsCodeFixProviderTests
{
    private const string Check = "functions/check.js";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The samples, as somebody opens them in an editor.</summary>
    public static TheoryData<string> Samples() =>
        new(Directory.GetDirectories(Repository.Combine("samples")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_Opened_HasNothingToReport(string sample)
    {
        var workspace = OpenSample(sample);

        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
    }

    [Fact]
    public async Task Sample_EditedInMemory_DiagnosticAppearsIsFixedAndVanishes()
    {
        var workspace = OpenSample("sms-counter");
        const string File = "functions/sms.protected.js";
        var original = await workspace.TextOfAsync(File, Cancellation);

        await workspace.EditAsync(
            File, "  const limit", "  console.log(event.request.headers['User-Agent']);\n  const limit", Cancellation);
        var diagnostic = Assert.Single(await workspace.DiagnoseAsync(Cancellation));
        Assert.Equal("AHOY3002", diagnostic.Id);
        Assert.EndsWith(File, diagnostic.Location.GetLineSpan().Path, StringComparison.Ordinal);

        var actions = await workspace.OfferAsync(diagnostic, Cancellation);
        await workspace.ApplyAsync(Assert.Single(actions, action => action.EquivalenceKey == "AHOY3002"), Cancellation);
        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
        Assert.Contains("headers['user-agent']", await workspace.TextOfAsync(File, Cancellation), StringComparison.Ordinal);

        await workspace.EditAsync(File, "  console.log(event.request.headers['user-agent']);\n", "", Cancellation);
        Assert.Equal(original, await workspace.TextOfAsync(File, Cancellation));
        Assert.Equal(original, System.IO.File.ReadAllText(Repository.Combine("samples", "sms-counter", File)));
    }

    [Theory]
    [InlineData("  fetch(event.url);", "  await fetch(event.url);")]
    [InlineData("  fetch(event.url as string);", null)]
    public async Task CompiledFunction_IsFixedInItsSource_WhereTheCompilerLeftTheLine(string line, string? expected)
    {
        const string Source = "src/check.ts";
        var head = "export const handler = async (context: any, event: any, callback: any) => {\n\n";
        const string Tail = "\n  callback(null, 'ok');\n};\n";
        var workspace = new FunctionsFixTest(
            [(Check, "exports.handler = async (context, event, callback) => {\n    fetch(event.url);\n    callback(null, 'ok');\n};\n//# sourceMappingURL=check.js.map\n")],
            [
                ("functions/check.js.map", """{"version":3,"sources":["../src/check.ts"],"mappings":"AAAA;IAEE;IACA;AACF"}"""),
                (Source, head + line + Tail),
            ]);

        var diagnostic = Assert.Single(await workspace.DiagnoseAsync(Cancellation), found => found.Id == "AHOY2001");
        Assert.EndsWith(Source, diagnostic.Location.GetLineSpan().Path, StringComparison.Ordinal);
        Assert.Equal(2, diagnostic.Location.GetLineSpan().StartLinePosition.Line);

        var actions = await workspace.OfferAsync(diagnostic, Cancellation);
        if (expected is null)
        {
            Assert.Empty(actions);
            return;
        }

        await workspace.ApplyAsync(actions[0], Cancellation);
        Assert.Equal(head + expected + Tail, await workspace.TextOfAsync(Source, Cancellation));
    }

    /// <summary>A rule of each category: what is typed at the top of the handler, and what the fix leaves of it.</summary>
    [Theory]
    [InlineData("AHOY0009", "  // ahoy-disable-next-line AHOY3001\n", "")]
    [InlineData("AHOY1004", "  if (!event.To) {\n    callback('Who?');\n  }\n", "  if (!event.To) {\n    return callback('Who?');\n  }\n")]
    [InlineData("AHOY2001", "  fetch(event.url);\n", "  await fetch(event.url);\n")]
    [InlineData("AHOY3004", "  new Twilio.Response().setCookie('a', 'b', ['Secure', 'Domain=a.org']);\n", "  new Twilio.Response().setCookie('a', 'b', ['Secure']);\n")]
    [InlineData("AHOY4007", "  const library = require('./library.private');\n", "  const library = require(Runtime.getFunctions()['library'].path);\n")]
    public async Task EachCategory_EditedInMemory_AppearsIsFixedAndVanishes(string id, string typed, string @fixed)
    {
        const string Body = "  try {\n    callback(null, 'ok');\n  } catch (error) {\n    callback(error);\n  }\n};\n";
        const string Head = "exports.handler = async (context, event, callback) => {\n";
        var workspace = new FunctionsFixTest((Check, Head + Body), ("functions/library.private.js", "exports.answer = 42;\n"));
        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));

        await workspace.EditAsync(Check, Head, Head + typed, Cancellation);
        var diagnostic = Assert.Single(await workspace.DiagnoseAsync(Cancellation), found => found.Id == id);
        await workspace.ApplyAsync((await workspace.OfferAsync(diagnostic, Cancellation))[0], Cancellation);

        Assert.DoesNotContain(await workspace.DiagnoseAsync(Cancellation), found => found.Id == id);
        Assert.Equal(Head + @fixed + Body, await workspace.TextOfAsync(Check, Cancellation));
    }

    [Fact]
    public async Task ProjectFacts_Changed_AreSeenWithoutAnEdit()
    {
        var workspace = new FunctionsFixTest(
            (Check, "const got = require('got');\nexports.handler = (context, event, callback) => callback(null, [got, context.SENDER]);\n"));
        var got = new Dictionary<string, DependencyKind> { ["got"] = DependencyKind.Dependency };
        Dictionary<string, RequireSupport> works = [];

        await ReportsAsync(null, null, works);
        await ReportsAsync([], null, works, "AHOY4001");
        await ReportsAsync(["SENDER"], null, works);
        await ReportsAsync(["SENDER"], [], works, "AHOY4005");
        await ReportsAsync(["SENDER"], new() { ["got"] = DependencyKind.DevDependency }, works, "AHOY4005");
        await ReportsAsync(["SENDER"], got, works);
        await ReportsAsync(["SENDER"], got, new() { ["got"] = RequireSupport.EsModule }, "AHOY4006");

        async Task ReportsAsync(
            string[]? variables, Dictionary<string, DependencyKind>? packages, Dictionary<string, RequireSupport> support, params string[] expected)
        {
            await workspace.SummarizeAsync("node20", variables, packages, support, Cancellation);
            Assert.Equal(expected, (await workspace.DiagnoseAsync(Cancellation)).Select(diagnostic => diagnostic.Id));
        }
    }

    [Fact]
    public async Task Fix_SeveralInTheFile_IsOfferedForAllOfThem()
    {
        const string Text = "exports.handler = (context, event, callback) => {\n  const { headers } = event.request;\n  callback(null, [headers['X-A'], headers.Accept]);\n};\n";
        var workspace = new FunctionsFixTest((Check, Text), ("functions/other.js", Text));

        var diagnostic = (await workspace.DiagnoseAsync(Cancellation))[0];
        var actions = await workspace.OfferAsync(diagnostic, Cancellation);
        await workspace.ApplyAsync(Assert.Single(actions, action => action.Title.EndsWith("everywhere in this file", StringComparison.Ordinal)), Cancellation);

        Assert.Equal(Text.Replace("X-A", "x-a").Replace("Accept", "accept"), await workspace.TextOfAsync(Check, Cancellation));
        Assert.Equal(Text, await workspace.TextOfAsync("functions/other.js", Cancellation));
    }

    [Fact]
    public async Task Fix_OneInTheFile_IsOfferedOnce()
    {
        var workspace = new FunctionsFixTest(
            (Check, "exports.handler = (context, event, callback) => callback(null, event.request.headers['X-A']);\n"));

        var actions = await workspace.OfferAsync(Assert.Single(await workspace.DiagnoseAsync(Cancellation)), Cancellation);

        Assert.Equal(["AHOY3002", "SuppressAHOY3002"], actions.Select(action => action.EquivalenceKey));
    }

    [Fact]
    public async Task Function_EditedInMemory_DiagnosticVanishesWithTheEdit()
    {
        var workspace = new FunctionsFixTest(
            (Check, "exports.handler = (context, event, callback) => {\n  callback(null, 'ok');\n};\n"));
        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));

        await workspace.EditAsync(Check, "  callback(null, 'ok');\n", "", Cancellation);
        Assert.Equal("AHOY1002", Assert.Single(await workspace.DiagnoseAsync(Cancellation)).Id);

        await workspace.EditAsync(Check, "{\n}", "{\n  callback(null, 'there again');\n}", Cancellation);
        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
    }

    [Fact]
    public async Task OtherFile_EditedInMemory_IsSeenByTheRulesAboutTheProject()
    {
        var workspace = new FunctionsFixTest(
            (Check, "const { greet } = require(Runtime.getFunctions()['greetings'].path);\nexports.handler = (context, event, callback) => callback(null, greet());\n"),
            ("functions/greeting.private.js", "exports.greet = () => 'Hello';\n"));

        var diagnostic = Assert.Single(await workspace.DiagnoseAsync(Cancellation));
        Assert.Equal("AHOY4004", diagnostic.Id);
        await workspace.ApplyAsync((await workspace.OfferAsync(diagnostic, Cancellation))[0], Cancellation);

        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
        Assert.Contains("['greeting']", await workspace.TextOfAsync(Check, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_WithRelatedPlaces_UsesThem()
    {
        var workspace = new FunctionsFixTest(
            (Check, "exports.handler = (context, event, callback) => {\n  if (!event.To) {\n    callback('Who?');\n  }\n\n  callback(null, event.To);\n};\n"));

        var diagnostic = Assert.Single(await workspace.DiagnoseAsync(Cancellation));
        await workspace.ApplyAsync((await workspace.OfferAsync(diagnostic, Cancellation))[0], Cancellation);

        Assert.Contains("return callback('Who?');", await workspace.TextOfAsync(Check, Cancellation), StringComparison.Ordinal);
        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
    }

    [Fact]
    public async Task Suppress_AnyRule_IsOfferedLast()
    {
        var workspace = new FunctionsFixTest((Check, "exports.handler = (context, event, callback) => {\n};\n"));

        var diagnostic = Assert.Single(await workspace.DiagnoseAsync(Cancellation));
        var actions = await workspace.OfferAsync(diagnostic, Cancellation);
        Assert.Equal("Suppress AHOY1002 with a comment", actions[^1].Title);
        await workspace.ApplyAsync(actions[^1], Cancellation);

        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
    }

    [Theory]
    [InlineData(FixAllScope.Project, "AHOY3002")]
    [InlineData(FixAllScope.Solution, "AHOY3002")]
    [InlineData(FixAllScope.Project, "AHOY3002.file")]
    public async Task FixAll_SeveralFiles_FixesThemAllAndNothingElse(FixAllScope scope, string key)
    {
        const string Text = "exports.handler = (context, event, callback) => {\n  const { headers } = event.request;\n  callback(null, [headers['X-A'], headers.Accept]);\n};\n";
        const string Library = "exports.agent = (event) => event.request.headers['user-agent'];\n";
        var workspace = new FunctionsFixTest((Check, Text), ("functions/sms/reply.protected.js", Text), ("functions/lib.private.js", Library));

        await workspace.FixAllAsync("AHOY3002", key, scope, Cancellation);

        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
        var expected = Text.Replace("X-A", "x-a").Replace("Accept", "accept");
        Assert.Equal(expected, await workspace.TextOfAsync(Check, Cancellation));
        Assert.Equal(expected, await workspace.TextOfAsync("functions/sms/reply.protected.js", Cancellation));
        Assert.Equal(Library, await workspace.TextOfAsync("functions/lib.private.js", Cancellation));
    }

    [Fact]
    public async Task FixAll_FixesThatMeet_AreDoneOneAfterTheOther()
    {
        var workspace = new FunctionsFixTest(
            (Check, "exports.handler = (context, event, callback) => {\n  fetch(event.a);\n  fetch(event.b);\n  callback();\n};\n"));

        await workspace.FixAllAsync("AHOY2001", "AHOY2001.await", FixAllScope.Project, Cancellation);

        Assert.Equal(
            "exports.handler = async (context, event, callback) => {\n  await fetch(event.a);\n  await fetch(event.b);\n  callback();\n};\n",
            await workspace.TextOfAsync(Check, Cancellation));
    }

    /// <summary>What the analyzer has worked out is not worked out again for the light bulb.</summary>
    [Fact]
    public async Task Fix_AfterTheAnalyzer_SharesItsFileAndFindings()
    {
        var workspace = new FunctionsFixTest((Check, "exports.handler = (context, event, callback) => callback(null, event.request.headers['X-A']);\n"));
        await workspace.DiagnoseAsync(Cancellation);
        var document = await workspace.DocumentAsync(FunctionsProject.PathOf(Check), Cancellation);
        var analyzed = SourceFile.Of(await document.GetTextAsync(Cancellation));

        var first = (await FunctionsDocument.ReadAsync(document, Cancellation))!;
        var second = (await FunctionsDocument.ReadAsync(document, Cancellation))!;

        Assert.Same(analyzed, first.File.Source);
        Assert.Same(first.Findings, second.Findings);
        Assert.Single(first.Findings);
    }

    [Fact]
    public void Provider_Export_IsForJavaScriptAsAdditionalDocument()
    {
        var export = typeof(FunctionsCodeFixProvider).GetCustomAttribute<ExportCodeFixProviderAttribute>()!;

        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal([".js", ".ts", ".tsx"], export.DocumentExtensions!);
        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds);
        Assert.Equal(
            new FunctionsAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Order(StringComparer.Ordinal),
            new FunctionsCodeFixProvider().FixableDiagnosticIds.Order(StringComparer.Ordinal));
    }

    private static FunctionsFixTest OpenSample(string sample)
    {
        var folder = Repository.Combine("samples", sample);
        var files = new[] { "functions", "assets" }
            .Select(name => Path.Combine(folder, name))
            .Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
        return new FunctionsFixTest([.. files]);
    }
}
