'use strict';

// node library.cjs NAME ADDRESS ACCOUNT_SID AUTH_TOKEN
//
// Twilio's helper library for Node, as it is, against the offline API: only the address is another. Prints a JSON object: each resource, and
// 'ok' or what went wrong.
const assert = require('node:assert/strict');
const [, , name, address, accountSid, authToken] = process.argv;
const twilio = require(name);
const { strategies } = require('./scenarios.cjs');

class LocalClient extends twilio.RequestClient {
  request(options) {
    return super.request({ ...options, uri: options.uri.replace(/^https:\/\//, `${address}/`) });
  }
}

const connect = (user, password) => twilio(user, password, { accountSid, httpClient: new LocalClient() });

(async () => {
  const results = {};
  for (const [resource, run] of Object.entries(strategies)) {
    try {
      await run(connect(accountSid, authToken), assert, connect, address);
      results[resource] = 'ok';
    } catch (error) {
      results[resource] = `${error.stack} ${error.code ?? ''} ${error.moreInfo ?? ''}`;
    }
  }

  process.stdout.write(JSON.stringify(results));
})();
