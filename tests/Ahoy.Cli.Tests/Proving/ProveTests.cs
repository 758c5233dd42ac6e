using System.Text.Json;
using Ahoy.Cli.Tests.Checking;
using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Proving;

/// <summary>Planted faults, each with its run; and what a run may not do.</summary>
public sealed class ProveTests : IDisposable
{
    private static readonly (string Name, string Body, string Proof)[] s_faults =
    [
        ("menu", "if (!event.Digits) { return; } callback(null, event.Digits);", "GET /menu with Digits missing: no answer within 10 s"),
        ("code", "if (event.code === 'open-sesame') { console.log('in'); } else { callback(null, 'no'); }", "POST /code with code=open-sesame: no answer within 10 s"),
        ("plate", "if (/^[A-Z]{2}-\\d{3}$/.test(event.plate)) { return; } callback(null, 'no');", "POST /plate with plate=AA-111: no answer within 10 s"),
        ("both", "if (event.a === 'x' && context.MODE === 'y') { return; } callback(null, '');", "POST /both with a=x, and the variable MODE=y: no answer within 10 s"),
        ("header", "if (!event.request.headers['x-api-key']) { return; } callback(null, event.request.headers.Accept);", "GET /header: no answer within 10 s"),
        ("words", "if (event.Body.split(' ').length !== 3) { callback(null, ''); }", "POST /words with Body=\"+15550100000 +15550100001 +15550100002\": no answer within 10 s"),
        ("twice", "if (event.id) { callback(null, 'a'); } callback(null, 'b');", "POST /twice with id=text: the callback was used a second time, after 0 s: the client never sees that answer"),
        ("value", "return { ok: true };", "GET /value: no answer within 10 s: what the handler returns reaches nobody"),
        ("caught", "fetch('https://example.com/fact').then((r) => r.json()).then((fact) => callback(null, fact.text)).catch(console.error);", "POST /caught, and the connection of GET example.com/fact breaks: no answer within 10 s"),
        ("chain", "fetch('https://example.com/fact').then((r) => r.text()).then((text) => callback(null, text));", "POST /chain, and the connection of GET example.com/fact breaks: TypeError: fetch failed reaches nobody"),
        ("dropped", "fetch('https://example.com/log', { method: 'POST' }); callback(null, 'ok');", "POST /dropped: POST example.com/log was still open when the callback was used: it may never be made"),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Prove_PlantedFaults_ShowsARunOfEach()
    {
        foreach (var (name, body, _) in s_faults)
        {
            Write(name, body);
        }

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder, ".", "--prove");
        var (_, again) = await CheckRun.InvokeAsync(_folder, ".", "--prove", "--prove-processes", "1");

        Assert.Equal(0, exitCode);
        Assert.Equal(text, again);
        foreach (var (name, _, proof) in s_faults)
        {
            Assert.True(text.Contains("  proved: " + proof, StringComparison.Ordinal), $"{name}: {text}");
        }
    }

    [Fact]
    public async Task Faults_EachRequest_IsLetFail()
    {
        Write("deaf", "require('https').get('https://example.com/a', (r) => { r.resume(); r.on('end', () => callback(null, 'ok')); }).on('error', () => {});");
        Write("late", "const all = ['a', 'b'].map((name) => fetch(`https://example.com/${name}`).then((r) => { if (!r.ok) throw new Error(name); }));\nawait Promise.all(all).then(() => callback(null, 'ok'), (error) => callback(error));", "async ");
        Write("double", "const out = require('https').get('https://example.com/a', (r) => { r.resume(); r.on('end', () => callback(null, 'ok')); });\nlet failed; out.on('error', (e) => { failed = e; callback(e); }); out.on('close', () => { if (failed) callback(null, 'closed'); });");

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--faults");

        Assert.Contains("/deaf.js:2:1: warning AHOY8001: Where the connection of GET example.com/a breaks the Function never uses its callback", text, StringComparison.Ordinal);
        Assert.Contains("  proved: POST /deaf, and the connection of GET example.com/a breaks: no answer within 10 s", text, StringComparison.Ordinal);
        Assert.Contains("/double.js:2:1: warning AHOY8002", text, StringComparison.Ordinal);
        Assert.Contains("info AHOY8003: Where GET example.com/a fails with 500", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_SettingsAndComments_Count()
    {
        const string Body = "// ahoy-disable-next-line AHOY8001 -- meant\nrequire('https').get('https://example.com/a', (r) => { r.resume(); r.on('end', () => callback(null, 'ok')); }).on('error', () => {});";
        Write("suppressed", Body);
        Write("set", Body.Replace("// ahoy-disable-next-line AHOY8001 -- meant\n", "", StringComparison.Ordinal));
        _folder.Write(".editorconfig", "root = true\n[functions/set.js]\ndotnet_diagnostic.AHOY8001.severity = error\n");

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder, ".", "--faults");

        Assert.Equal(1, exitCode);
        Assert.Contains("/set.js:2:1: error AHOY8001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("suppressed.js", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prove_WhatAFunctionDoes_StaysInTheRun()
    {
        var outside = _folder.Combine("outside.txt");
        Write("file", $"require('fs').writeFile({JsonSerializer.Serialize(outside)}, 'x', () => {{}}); if (event.a) return; callback();");
        Write("process", "try { require('child_process').execSync('echo x'); } catch { } try { process.kill(process.ppid); } catch { } if (event.a) return; callback();");
        Write("exit", "if (event.a) return; process.exit(3);");
        Write("endless", "while (true) { if (event.a === 'never') return; }");
        Write("printing", "console.log('x'.repeat(1000)); process.stdout.write('{}\\n'); if (event.a) return; callback();");

        var (exitCode, text) = await CheckRun.InvokeAsync(_folder, ".", "--prove");

        Assert.Equal(0, exitCode);
        Assert.False(File.Exists(outside));
        foreach (var name in (string[])["file", "process", "exit", "printing"])
        {
            Assert.Contains($"  proved: POST /{name} with a=text: no answer within 10 s", text, StringComparison.Ordinal);
        }

        Assert.Contains("  proved: POST /endless with a=never: no answer within 10 s", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prove_AProjectBehindALink_IsRunAsAnyOther()
    {
        _folder.Write("real/functions/menu.js", "exports.handler = (context, event, callback) => {\n  if (event.Digits) callback(null, '');\n};\n");
        Directory.CreateSymbolicLink(_folder.Combine("link"), _folder.Combine("real"));

        var (_, text) = await CheckRun.InvokeAsync(_folder, "link", "--prove");

        Assert.Contains("  proved: GET /menu with Digits missing: no answer within 10 s", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prove_WhatCantBeLoaded_IsOpen()
    {
        _folder.Write("functions/missing.js", "const left = require('no-such-package');\nexports.handler = (context, event, callback) => { if (left) return; callback(); };\n");

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--prove");

        Assert.Contains("  open: the Function can't be loaded without a network: Error: Cannot find module 'no-such-package'", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prove_WhatTheCodeRulesOut_IsRefutedOrOpen()
    {
        // Nobody gets past the first line with an empty text, and the rule can't know.
        Write("table", "const known = { a: 1 }; const n = Object.keys(known).length; if (n === 1) { return callback(null, 'one'); }");

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--prove");

        Assert.DoesNotContain("proved:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteTests_EachRun_IsATest()
    {
        Write("menu", s_faults[0].Body);
        Write("send", "context.getTwilioClient().messages.create({ to: event.To, from: '+15005550006', body: 'x' }).then((m) => callback(null, m.sid));");

        var tests = _folder.Combine("tests");
        await CheckRun.InvokeAsync(_folder, ".", "--prove", "--write-tests", tests);

        var menu = await File.ReadAllTextAsync(Path.Combine(tests, "MenuRuns.cs"), TestContext.Current.CancellationToken);
        Assert.Contains("var result = await service.InvokeAsync(\"/menu\");\n\n        Assert.NotEqual(504, result.StatusCode);", menu, StringComparison.Ordinal);
        var send = await File.ReadAllTextAsync(Path.Combine(tests, "SendRuns.cs"), TestContext.Current.CancellationToken);
        Assert.Contains("service.Twilio.Fail(path: \"*/Messages.json\", method: \"POST\", status: 500, times: 1);", send, StringComparison.Ordinal);
        Assert.Contains("[\"To\"] = \"+15550100002\"", send, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_Proof_StandsBesideTheFinding()
    {
        Write("menu", s_faults[0].Body);

        var (_, text) = await CheckRun.InvokeAsync(_folder, ".", "--prove", "--format", "json");

        var proof = JsonDocument.Parse(text).RootElement.GetProperty("findings")[0].GetProperty("proof");
        Assert.Equal(("proved", "no-answer", "GET"), (proof.GetProperty("verdict").GetString(), proof.GetProperty("seen").GetString(), proof.GetProperty("request").GetProperty("method").GetString()));
    }

    [Theory]
    [InlineData("--prove-runs", "0")]
    [InlineData("--prove-seconds", "soon")]
    [InlineData("--prove-processes", "-1")]
    public async Task Prove_BoundsThatAreNone_AreRefused(string option, string value)
    {
        Write("menu", s_faults[0].Body);

        Assert.NotEqual(0, (await CheckRun.InvokeAsync(_folder, ".", "--prove", option, value)).ExitCode);
    }

    [Fact]
    public async Task Prove_WithoutNode_IsNoSuccess()
    {
        Write("menu", s_faults[0].Body);

        Assert.Equal(1, (await CheckRun.InvokeAsync(_folder, ".", "--prove", "--node", _folder.Combine("nowhere"))).ExitCode);
    }

    [Fact]
    public async Task WriteTests_WithoutRuns_IsRefused()
    {
        Write("menu", s_faults[0].Body);

        Assert.NotEqual(0, (await CheckRun.InvokeAsync(_folder, ".", "--write-tests", _folder.Combine("tests"))).ExitCode);
    }

    private void Write(string name, string body, string prefix = "") => _folder.Write($"functions/{name}.js", $"exports.handler = {prefix}(context, event, callback) => {{\n{body}\n}};\n");
}
