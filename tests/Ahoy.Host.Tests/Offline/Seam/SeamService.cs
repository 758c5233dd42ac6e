using Ahoy.Host.Offline;

namespace Ahoy.Host.Tests.Offline.Seam;

/// <summary>Functions that use each HTTP client, with the packages that they need.</summary>
public class SeamService() : OfflineProject(new Dictionary<string, string>
{
    ["functions/clients.js"] = OfflineClients.Function("clients"),
    ["functions/outside.js"] = OfflineClients.Function("outside"),
    ["functions/thread.js"] = OfflineClients.Function("thread"),
    ["functions/promisified.js"] = """
        const dns = require('node:dns');
        const { promisify } = require('node:util');

        exports.handler = async (context, event, callback) => callback(null, Object.keys(await promisify(dns.lookup)('localhost')).sort());
        """,
    ["functions/far.js"] = """
        // Everything of Twilio's that could lead the host itself to another machine.
        exports.handler = async (context, event, callback) => {
          const client = context.getTwilioClient();
          const number = { to: '+15551230077', from: '+15005550006' };
          const url = `https://${event.host}/page`;
          await client.calls.create({ ...number, url, statusCallback: url });
          await client.calls.create({ ...number, url: 'https://demo.twilio.com/docs/voice.xml' });
          await client.calls.create({ ...number, twiml: `<Response><Play>${url}</Play><Start><Stream url="wss://${event.host}/"/></Start><Redirect>${url}</Redirect></Response>` });
          await client.messages.create({ ...number, body: 'x', mediaUrl: [url], statusCallback: url });
          callback(null, 'done');
        };
        """,
})
{
    protected override bool HasPackages => true;
}

/// <summary>The same, of which nothing leaves this machine.</summary>
public sealed class StrictSeamService : SeamService
{
    internal override OfflineSettings? Offline => new(Port: 0, IsStrict: true);
}
