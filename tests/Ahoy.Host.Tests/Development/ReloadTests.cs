using System.Diagnostics;
using System.Net;
using Ahoy.Host.Tests.Infrastructure;
using Ahoy.TestSupport;

namespace Ahoy.Host.Tests.Development;

public sealed class ReloadTests : IAsyncLifetime
{
    private readonly LiveService _service = new();

    public ValueTask InitializeAsync() => _service.InitializeAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Function_Changed_TheNextRequestsRunTheNewCode()
    {
        Assert.Equal("one", await _service.GetTextAsync("/word"));

        _service.Folder.Write("functions/word.js", Word("two"));

        await AnswersAsync("/word", "two");
    }

    [Fact]
    public async Task Function_ChangedUnderLoad_NoRequestFails()
    {
        using var stop = new CancellationTokenSource();
        using var client = _service.CreateClient();
        var failures = 0;
        var load = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var response = await client.GetAsync("/word");
                if (response.StatusCode != HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        }));

        for (var i = 0; i < 8; i++)
        {
            _service.Folder.Write("functions/word.js", Word($"v{i}"));
            await AnswersAsync("/word", $"v{i}");
        }

        await stop.CancelAsync();
        await load;
        Assert.Equal(0, failures);
    }

    [Fact]
    public async Task Function_SavedWhileItIsLoaded_IsLoadedAgain()
    {
        Assert.Equal("whole", await _service.GetTextAsync("/half"));
    }

    [Fact]
    public async Task Function_SavedWhileAnotherLoadsIt_IsLoadedAgainByBoth()
    {
        Assert.Equal("used", await _service.GetTextAsync("/uses"));
        Assert.Equal("used", await _service.GetTextAsync("/used"));
    }

    [Fact]
    public async Task Function_BrokenWhileAnotherLoadsIt_IsLoadedAgain() => Assert.Equal("used", await _service.GetTextAsync("/uses-broken"));

    [Fact]
    public async Task Function_EmptiedAndThenWritten_NoRequestSeesTheEmptyFile()
    {
        Assert.Equal("one", await _service.GetTextAsync("/word"));
        _service.Folder.Write("functions/word.js", "");

        // As an editor that is slow between the two steps of its save.
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("one", await _service.GetTextAsync("/word"));
        }

        _service.Folder.Write("functions/word.js", Word("two"));
        await AnswersAsync("/word", "two");
    }

    [Fact]
    public async Task Function_OpenWhileItIsWritten_NoRequestSeesTheHalf()
    {
        Assert.Equal("one", await _service.GetTextAsync("/word"));
        var text = Word("two");
        await using (var file = new StreamWriter(_service.Folder.Combine("functions/word.js")))
        {
            await file.WriteAsync(text.AsMemory(0, text.Length / 2));
            await file.FlushAsync();
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal("one", await _service.GetTextAsync("/word"));
            }

            await file.WriteAsync(text.AsMemory(text.Length / 2));
        }

        await AnswersAsync("/word", "two");
    }

    [Fact]
    public async Task Function_SavedTwiceAtOnceInTheSameSize_TheSecondCounts()
    {
        for (var i = 10; i < 30; i++)
        {
            _service.Folder.Write("functions/word.js", Word($"a{i}"));
            await AnswersAsync("/word", $"a{i}");
            _service.Folder.Write("functions/word.js", Word($"b{i}"));
            await AnswersAsync("/word", $"b{i}");
        }
    }

    [Fact]
    public async Task Asset_EmptiedAndThenWritten_NoRequestSeesTheEmptyFile()
    {
        var before = await _service.GetTextAsync("/page.txt");
        _service.Folder.Write("assets/page.txt", "");

        // For longer than the host waits after a change, and not as long as it takes an empty file for one that is meant to be empty.
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(150))
        {
            Assert.Equal(before, await _service.GetTextAsync("/page.txt"));
        }

        _service.Folder.Write("assets/page.txt", "new page");
        await AnswersAsync("/page.txt", "new page");
    }

    [Fact]
    public async Task Function_AddedAndRemoved_ComesAndGoes()
    {
        _service.Folder.Write("functions/deep/er/new.js", Word("new"));
        await AnswersAsync("/deep/er/new", "new");

        File.Delete(_service.Folder.Combine("functions/deep/er/new.js"));
        await Eventually.HoldsAsync(() => _service.Client.GetAsync("/deep/er/new").GetAwaiter().GetResult().StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Function_Renamed_ChangesItsVisibility()
    {
        Assert.Equal("one", await _service.GetTextAsync("/word"));

        File.Move(_service.Folder.Combine("functions/word.js"), _service.Folder.Combine("functions/word.private.js"));

        await Eventually.HoldsAsync(() => _service.Client.GetAsync("/word").GetAwaiter().GetResult().StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Variable_Changed_IsSeen()
    {
        Assert.Equal("first", await _service.GetTextAsync("/variable"));

        _service.Folder.Write(".env", "NAME=second");

        await AnswersAsync("/variable", "second");
    }

    [Fact]
    public async Task Asset_Changed_IsServedAndTheWorkersGoOn()
    {
        var worker = await _service.GetTextAsync("/pid");

        _service.Folder.Write("assets/page.txt", "new page");
        await AnswersAsync("/page.txt", "new page");

        Assert.Equal(worker, await _service.GetTextAsync("/pid"));
        Assert.Equal(0, _service.Events.Reloads);
    }

    [Fact]
    public async Task Module_OutsideTheFunctions_IsLoadedAgain()
    {
        Assert.Equal("old", await _service.GetTextAsync("/module"));

        _service.Folder.Write("lib/module.js", "module.exports = 'new';");

        await AnswersAsync("/module", "new");
    }

    [Fact]
    public async Task Folder_ThatComesLater_IsWatched()
    {
        _service.Folder.Write("other/first.js", "module.exports = 1;");
        _service.Folder.Write("functions/other.js", "exports.handler = (context, event, callback) => callback(null, String(require('../other/first.js')));");
        await AnswersAsync("/other", "1");

        _service.Folder.Write("other/first.js", "module.exports = 2;");

        await AnswersAsync("/other", "2");
    }

    [Fact]
    public async Task Project_Broken_GoesOnAsItWasAndSaysSo()
    {
        _service.Folder.Write(".env", "NAME never assigned");
        await Eventually.HoldsAsync(() => !_service.Events.Problems.IsEmpty);

        Assert.Equal("first", await _service.GetTextAsync("/variable"));
        Assert.StartsWith(".env(1): ", _service.Events.Problems.First().Problems[0], StringComparison.Ordinal);

        _service.Folder.Write(".env", "NAME=mended");
        await AnswersAsync("/variable", "mended");
    }

    [Fact]
    public async Task Invocation_ThatRunsWhileCodeChanges_EndsAsItBegan()
    {
        var running = _service.GetTextAsync("/slow");
        await _service.Log.WaitForOutputAsync(o => o.Message == "slow began");

        _service.Folder.Write("functions/word.js", Word("two"));
        await AnswersAsync("/word", "two");

        Assert.Equal("slow ended", await running);
    }

    private async Task AnswersAsync(string path, string expected)
    {
        var start = Stopwatch.GetTimestamp();
        while (await _service.GetTextAsync(path) != expected)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), $"{path} does not answer '{expected}'.");
        }
    }

    private static string Word(string word) => $"exports.handler = (context, event, callback) => callback(null, '{word}');";

    // A Function that is made of another one, whose file is half saved when it is loaded first, and whole right after.
    private static string UseWhileItIs(string half) => $$"""
        const fs = require('fs');
        const file = Runtime.getFunctions().used.path;
        const whole = fs.readFileSync(file, 'utf8');
        const isSaved = global.isSaved;
        global.isSaved = true;
        if (!isSaved) {
          fs.writeFileSync(file, '{{half}}');
        }

        try {
          exports.handler = require(file).handler;
        } finally {
          if (!isSaved) {
            fs.writeFileSync(file, whole);
          }
        }
        """;

    private sealed class LiveService() : RunningService(new Dictionary<string, string>
    {
        [".env"] = "NAME=first",
        ["functions/word.js"] = Word("one"),
        ["functions/pid.js"] = "exports.handler = (context, event, callback) => callback(null, String(process.pid));",
        ["functions/variable.js"] = "exports.handler = (context, event, callback) => callback(null, context.NAME);",
        ["functions/module.js"] = "exports.handler = (context, event, callback) => callback(null, require('../lib/module.js'));",
        ["functions/half.js"] = $"""require('fs').writeFileSync(__filename, "{Word("whole")}");""",
        ["functions/used.js"] = Word("used"),
        ["functions/uses.js"] = UseWhileItIs(""),
        ["functions/uses-broken.js"] = UseWhileItIs("exports.handler = ("),
        ["functions/slow.js"] = """
            exports.handler = (context, event, callback) => {
              console.log('slow began');
              setTimeout(() => callback(null, 'slow ended'), 1500);
            };
            """,
        ["lib/module.js"] = "module.exports = 'old';",
        ["assets/page.txt"] = "page",
    })
    {
        internal override bool IsLive => true;
    }
}
