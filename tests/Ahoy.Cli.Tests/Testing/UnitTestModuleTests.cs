using Ahoy.TestSupport;

namespace Ahoy.Cli.Tests.Testing;

/// <summary>Unit tests in JavaScript, as <c>ahoy new --tests</c> writes them: Functions run in the process of the tests, with the worker's own globals.</summary>
public sealed class UnitTestModuleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task New_WithTests_PassesThemOutsideOfAServerAndBesideOne(bool isBeside)
    {
        Assert.Equal(0, (await AhoyAsync("new", "shop", "--tests")).ExitCode);
        var project = _folder.Combine("shop");
        if (!isBeside)
        {
            // As a restore notes it.
            _folder.Write("shop/obj/ahoy/ahoy.path", Path.Combine(AppContext.BaseDirectory, "ahoy.dll") + "\n");
        }

        var result = isBeside
            ? await AhoyAsync("exec", "--project", project, "--", "npm", "test", "--prefix", project)
            : await ProcessRunner.RunAsync("npm", ["test"], project, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("pass 1", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_RunsWithTwilioRuntimeResponseAndContext()
    {
        Assert.Equal(0, (await AhoyAsync("new", "shop", "--tests", "--empty")).ExitCode);
        _folder.Write("shop/obj/ahoy/ahoy.path", Path.Combine(AppContext.BaseDirectory, "ahoy.dll"));
        _folder.Write("shop/.env", "GREETING=Ahoy\n");
        _folder.Write("shop/assets/prices.private.json", "{ \"rye\": 3 }");
        _folder.Write("shop/functions/lib/prices.private.js", "exports.of = (name) => JSON.parse(Runtime.getAssets()['/prices.json'].open())[name];\n");
        _folder.Write("shop/functions/order.protected.js", """
            exports.handler = async (context, event, callback) => {
              const { of } = require(Runtime.getFunctions()['lib/prices'].path);
              if (event.kind === 'twiml') {
                const twiml = new Twilio.twiml.MessagingResponse();
                twiml.message(`${context.GREETING} ${event.request.headers.host}: ${of('rye')}`);
                return callback(null, twiml);
              }
              if (event.kind === 'response') {
                const response = new Response();
                response.setStatusCode(201).setBody({ path: context.PATH }).appendHeader('X-Kind', 'order').setCookie('a', '1').setCookie('b', '2');
                return callback(null, response);
              }
              if (event.kind === 'client') {
                return callback(null, (await context.getTwilioClient().messages.create({ to: '+1' })).sid);
              }
              if (event.kind === 'error') throw new TypeError('no bread');
              if (event.kind === 'never') return;
              callback(event.kind === 'text' ? null : 'unknown', 'text');
            };
            """);
        _folder.Write("shop/test/order.test.js", """
            const assert = require('node:assert/strict');
            const { test } = require('node:test');
            const { handler } = require('../ahoy-testing');

            const order = handler('/order', { context: { getTwilioClient: () => ({ messages: { create: async ({ to }) => ({ sid: `SM${to}` }) } }) } });

            test('text', async () => {
              const { statusCode, body, headers } = await order({ kind: 'text' });
              assert.deepEqual([statusCode, body, headers['content-type']], [200, 'text', 'text/plain; charset=utf-8']);
            });
            test('twiml, private Functions and Assets, variables', async () => {
              const { body, headers } = await order({ kind: 'twiml', request: { headers: { host: 'here' } } });
              assert.match(body, /<Message>Ahoy here: 3<\/Message>/);
              assert.equal(headers['content-type'], 'text/xml; charset=utf-8');
            });
            test('response', async () => {
              const answer = await order({ kind: 'response' });
              assert.deepEqual([answer.statusCode, answer.json, answer.headers['x-kind'], answer.headers['set-cookie']], [201, { path: '/order' }, 'order', ['a=1', 'b=2']]);
            });
            test('a client of the test', async () => assert.equal((await order({ kind: 'client' })).body, 'SM+1'));
            test('an error', () => assert.rejects(order({ kind: 'error' }), /no bread/));
            test('an error of the callback', () => assert.rejects(order({ kind: 'x' }), (error) => error === 'unknown'));
            test('no callback', () => assert.rejects(handler('/order', { timeout: 50 })({ kind: 'never' }), /did not call its callback/));
            test('no Function', () => assert.throws(() => handler('/orders'), /There is no Function \/orders: there are \/lib\/prices, \/order/));
            test('the working folder stays', () => assert.match(process.cwd(), /shop$/));
            """);

        var result = await ProcessRunner.RunAsync("npm", ["test"], _folder.Combine("shop"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("pass 9", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_OfAProjectWithErrors_SaysWhatIsWrong()
    {
        Assert.Equal(0, (await AhoyAsync("new", "shop", "--tests")).ExitCode);
        _folder.Write("shop/obj/ahoy/ahoy.path", Path.Combine(AppContext.BaseDirectory, "ahoy.dll"));
        _folder.Write("shop/.env", "BAD LINE\n");

        var result = await ProcessRunner.RunAsync("npm", ["test"], _folder.Combine("shop"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(".env(1)", result.Output + result.Error, StringComparison.Ordinal);
    }

    private Task<ProcessResult> AhoyAsync(params string[] arguments) => ProcessRunner.RunAsync(
        "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ahoy.dll"), .. arguments], _folder.Path, cancellationToken: TestContext.Current.CancellationToken);
}
