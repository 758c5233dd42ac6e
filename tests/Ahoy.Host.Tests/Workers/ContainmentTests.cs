using System.Net;
using Ahoy.Host.Logs;
using Ahoy.Host.Tests.Infrastructure;

namespace Ahoy.Host.Tests.Workers;

/// <summary>Whatever a Function does to its process, it is that invocation's problem, and the next one is answered.</summary>
public sealed class ContainmentTests(ContainmentTests.Service service) : IClassFixture<ContainmentTests.Service>
{
    [Theory]
    [InlineData("process.exit()", "The Function called process.exit()")]
    [InlineData("process.exit(3)", "The Function called process.exit(3)")]
    [InlineData("process.exitCode = 1; throw new Error('plain')", "plain")]
    [InlineData("setImmediate(() => { throw new Error('uncaught'); })", "uncaught")]
    [InlineData("Promise.reject(new Error('unhandled'))", "unhandled")]
    [InlineData("process.kill(process.pid, 'SIGKILL')", "The Function's process ended with code 137 before it answered.")]
    [InlineData("process.abort()", "The Function's process ended with code 134 before it answered.")]
    [InlineData("process.reallyExit(9)", "The Function's process ended with code 9 before it answered.")]
    [InlineData("for (let fd = 3; fd < 200; fd++) { try { require('fs').closeSync(fd); } catch {} } throw new Error('closed')", "")]
    [InlineData("for (const h of process._getActiveHandles()) h.destroy?.()", "")]
    [InlineData("for (const h of process._getActiveHandles()) { h.write?.('garbage'.repeat(100)); }", "The Function wrote to the connection between its process and the host")]
    [InlineData("for (const h of process._getActiveHandles()) { h.write?.(Buffer.from([5, 0, 0, 0, 2, 99, 0, 0, 0])); }", "The Function wrote to the connection between its process and the host")]
    [InlineData("for (const h of process._getActiveHandles()) h.end?.()", "The Function wrote to the connection between its process and the host")]
    [InlineData("for (let fd = 3; fd < 200; fd++) { try { require('fs').writeSync(fd, Buffer.from([5, 0, 0, 0, 2, 99, 0, 0, 0])); } catch {} }", "Nothing shows that the Function is at fault")]
    [InlineData("for (let fd = 3; fd < 200; fd++) { try { require('fs').writeSync(fd, Buffer.from([5, 0, 0, 0, 77, 99, 0, 0, 0])); } catch {} }", "; then came 050000004d).")]
    public async Task Function_ThatHarmsItsProcess_Is500AndTheNextIsAnswered(string code, string message)
    {
        using var response = await service.Client.GetAsync("/run?code=" + Uri.EscapeDataString(code));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("fine", await service.GetTextAsync("/fine"));
    }

    [Fact]
    public async Task Failure_WithoutAReply_IsLoggedWithItsErrorCode()
    {
        await service.GetTextAsync("/run?code=" + Uri.EscapeDataString("process.kill(process.pid, 'SIGKILL')"));

        var line = await service.Log.WaitForOutputAsync(o => o.Message.Contains("ended with code 137", StringComparison.Ordinal));
        Assert.Equal(ErrorCodes.FunctionFailed, line.ErrorCode);
    }

    [Fact]
    public async Task Failure_AfterTheCallback_HarmsNoOther()
    {
        Assert.Equal("answered", await service.GetTextAsync("/fails-later"));

        await service.Log.WaitForOutputAsync(o => o.Message.Contains("too late to matter", StringComparison.Ordinal));
        Assert.Equal("fine", await service.GetTextAsync("/fine"));
    }

    [Theory]
    [InlineData("rejects-later", "After its callback the Function failed")]
    [InlineData("calls-twice", "The callback was used again")]
    public async Task Mistake_AfterTheCallback_IsLoggedWithoutAnotherRequest(string function, string message)
    {
        Assert.Equal("answered", await service.GetTextAsync($"/{function}"));

        await service.Log.WaitForOutputAsync(o => o.FunctionPath == $"/{function}" && o.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Global_ThatAFunctionBreaks_BreaksNoAnswer()
    {
        await service.GetTextAsync("/run?code=" + Uri.EscapeDataString("Array.prototype.push = () => { throw new Error('broken'); }; JSON.stringify = null; callback()"));

        await service.GetTextAsync("/run?code=" + Uri.EscapeDataString("process.exit()"));
        Assert.Equal("fine", await service.GetTextAsync("/fine"));
    }

    [Fact]
    public async Task Buffers_ThatAFunctionBreaksForAll_DamageNoAnswer()
    {
        Assert.Equal("done", await service.GetTextAsync("/run?code=" + Uri.EscapeDataString(
            "for (const name of ['copy', 'write', 'utf8Write', 'writeUInt16LE', 'writeUInt32LE', 'set']) Buffer.prototype[name] = () => 5; callback(null, 'done')")));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("ahoy", await service.GetTextAsync("/bytes"));
        }

        await service.GetTextAsync("/run?code=" + Uri.EscapeDataString("process.exit()"));
    }

    [Fact]
    public async Task Exit_AfterALargeAnswer_IsLoggedOnce()
    {
        Assert.Equal(900_000, (await service.GetTextAsync("/exits-later")).Length);
        Assert.Equal("fine", await service.GetTextAsync("/fine"));

        await service.Log.WaitForOutputAsync(o => o.Message.Contains("process.exit(7)", StringComparison.Ordinal));
        Assert.Single(service.Log.Outputs, o => o.Message.Contains("process.exit(7)", StringComparison.Ordinal));
    }

    public sealed class Service() : RunningService(new Dictionary<string, string>
    {
        ["functions/run.js"] = """
            exports.handler = (context, event, callback) =>
              new Function('require', 'callback', event.code)(require, callback);
            """,
        ["functions/fine.js"] = "exports.handler = (context, event, callback) => callback(null, 'fine');",
        ["functions/bytes.js"] = """
            exports.handler = (context, event, callback) => {
              const response = new Twilio.Response();
              response.setBody(Uint8Array.from([97, 104, 111, 121]));
              callback(null, response);
            };
            """,
        ["functions/exits-later.js"] = """
            exports.handler = (context, event, callback) => {
              callback(null, 'x'.repeat(900000));
              process.exit(7);
            };
            """,
        ["functions/rejects-later.js"] = "exports.handler = async (context, event, callback) => { callback(null, 'answered'); await null; throw new Error('late'); };",
        ["functions/calls-twice.js"] = "exports.handler = async (context, event, callback) => { callback(null, 'answered'); await null; callback(null, 'again'); };",
        ["functions/fails-later.js"] = """
            exports.handler = (context, event, callback) => {
              setTimeout(() => { throw new Error('too late to matter'); }, 10);
              callback(null, 'answered');
            };
            """,
    });
}
