using System.Reflection;
using Ahoy.Analyzers;
using Ahoy.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ahoy.CodeFixes.Tests.Roslyn;

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
        using var workspace = OpenSample(sample);

        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
    }

    [Fact]
    public async Task Sample_EditedInMemory_DiagnosticAppearsIsFixedAndVanishes()
    {
        using var workspace = OpenSample("sms-counter");
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

    [Fact]
    public async Task Function_EditedInMemory_DiagnosticVanishesWithTheEdit()
    {
        using var workspace = new FunctionsWorkspace(
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
        using var workspace = new FunctionsWorkspace(
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
        using var workspace = new FunctionsWorkspace(
            (Check, "exports.handler = (context, event, callback) => {\n  if (!event.To) {\n    callback('Who?');\n  }\n\n  callback(null, event.To);\n};\n"));

        var diagnostic = Assert.Single(await workspace.DiagnoseAsync(Cancellation));
        await workspace.ApplyAsync((await workspace.OfferAsync(diagnostic, Cancellation))[0], Cancellation);

        Assert.Contains("return callback('Who?');", await workspace.TextOfAsync(Check, Cancellation), StringComparison.Ordinal);
        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
    }

    [Fact]
    public async Task Suppress_AnyRule_IsOfferedLast()
    {
        using var workspace = new FunctionsWorkspace((Check, "exports.handler = (context, event, callback) => {\n};\n"));

        var diagnostic = Assert.Single(await workspace.DiagnoseAsync(Cancellation));
        var actions = await workspace.OfferAsync(diagnostic, Cancellation);
        Assert.Equal("Suppress AHOY1002 with a comment", actions[^1].Title);
        await workspace.ApplyAsync(actions[^1], Cancellation);

        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task FixAll_SeveralFiles_FixesThemAllAndNothingElse(FixAllScope scope)
    {
        const string Text = "exports.handler = (context, event, callback) => {\n  const { headers } = event.request;\n  callback(null, [headers['X-A'], headers.Accept]);\n};\n";
        const string Library = "exports.agent = (event) => event.request.headers['user-agent'];\n";
        using var workspace = new FunctionsWorkspace((Check, Text), ("functions/sms/reply.protected.js", Text), ("functions/lib.private.js", Library));

        await workspace.FixAllAsync("AHOY3002", "AHOY3002", scope, Cancellation);

        Assert.Empty(await workspace.DiagnoseAsync(Cancellation));
        var expected = Text.Replace("X-A", "x-a").Replace("Accept", "accept");
        Assert.Equal(expected, await workspace.TextOfAsync(Check, Cancellation));
        Assert.Equal(expected, await workspace.TextOfAsync("functions/sms/reply.protected.js", Cancellation));
        Assert.Equal(Library, await workspace.TextOfAsync("functions/lib.private.js", Cancellation));
    }

    [Fact]
    public async Task FixAll_FixesThatMeet_AreDoneOneAfterTheOther()
    {
        using var workspace = new FunctionsWorkspace(
            (Check, "exports.handler = (context, event, callback) => {\n  fetch(event.a);\n  fetch(event.b);\n  callback();\n};\n"));

        await workspace.FixAllAsync("AHOY2001", "AHOY2001.await", FixAllScope.Project, Cancellation);

        Assert.Equal(
            "exports.handler = async (context, event, callback) => {\n  await fetch(event.a);\n  await fetch(event.b);\n  callback();\n};\n",
            await workspace.TextOfAsync(Check, Cancellation));
    }

    [Fact]
    public void Provider_Export_IsForJavaScriptAsAdditionalDocument()
    {
        var export = typeof(FunctionsCodeFixProvider).GetCustomAttribute<ExportCodeFixProviderAttribute>()!;

        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal([".js"], export.DocumentExtensions!);
        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds);
        Assert.Equal(
            new FunctionsAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Order(StringComparer.Ordinal),
            new FunctionsCodeFixProvider().FixableDiagnosticIds.Order(StringComparer.Ordinal));
    }

    private static FunctionsWorkspace OpenSample(string sample)
    {
        var folder = Repository.Combine("samples", sample);
        var files = new[] { "functions", "assets" }
            .Select(name => Path.Combine(folder, name))
            .Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
        return new FunctionsWorkspace([.. files]);
    }
}
