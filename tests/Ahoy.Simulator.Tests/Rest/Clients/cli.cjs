'use strict';

// node cli.cjs ADDRESS ACCOUNT_SID AUTH_TOKEN: the core of twilio-cli, as it is, with its own HTTP client; only the address is another.
const assert = require('node:assert/strict');
const { TwilioApiClient } = require('@twilio/cli-core').services.TwilioApiBrowser ? require('@twilio/cli-core').services : require('@twilio/cli-core/src/services/twilio-api');
const CliRequestClient = require('@twilio/cli-core/src/services/cli-http-client');

const [, , address, accountSid, authToken] = process.argv;
const logger = { debug() {}, info() {}, warn() {}, error() {} };

class LocalClient extends CliRequestClient {
  request(options) {
    return super.request({ ...options, uri: options.uri.replace(/^https:\/\//, `${address}/`) });
  }
}

const client = new TwilioApiClient(accountSid, authToken, { httpClient: new LocalClient('tests', logger) });
const core = { AccountSid: accountSid };
const account = '/2010-04-01/Accounts/{AccountSid}';

const fails = async (promise, status, code) => {
  const error = await promise.then(() => undefined, (e) => e);
  assert.ok(error, `expected ${code}`);
  assert.match(`${error.message} ${error.code}`, new RegExp(`${code}`));
};

/** Makes, reads, lists, changes and removes one of a list. */
async function cycle({ domain, list, instance, pathParams = {}, data, change, property, key = 'Sid', find = (made) => made.sid, update = true }) {
  const made = await client.create({ domain, path: list, pathParams, data });
  const one = { ...pathParams, [key]: `${find(made)}` };
  assert.ok(made, list);
  assert.deepEqual(find(await client.fetch({ domain, path: instance, pathParams: one })), find(made));
  assert.ok((await client.list({ domain, path: list, pathParams, data: {} })).some((item) => find(item) === find(made)), 'listed');
  if (update) {
    const changed = await client.update({ domain, path: instance, pathParams: one, data: change });
    assert.deepEqual(changed[property], Object.values(change)[0]);
  }

  assert.equal(await client.remove({ domain, path: instance, pathParams: one }), true);
  await fails(client.fetch({ domain, path: instance, pathParams: one }), 404, 20404);
}

const kept = async (domain, path, data, pathParams = {}) => (await client.create({ domain, path, pathParams, data })).sid;

const from = { From: '+15005550006' };

const scenarios = {
  async messages() {
    const data = { ...from, To: '+15551230001', Body: 'Hello', MediaUrl: ['https://example.com/a.png'] };
    await cycle({ domain: 'api', list: `${account}/Messages.json`, instance: `${account}/Messages/{Sid}.json`, pathParams: core, data, change: { Body: '' }, property: 'body' });
    const MessageSid = await kept('api', `${account}/Messages.json`, data, core);
    assert.equal((await client.list({ domain: 'api', path: `${account}/Messages/{MessageSid}/Media.json`, pathParams: { ...core, MessageSid }, data: {} })).length, 1);
    await fails(client.create({ domain: 'api', path: `${account}/Messages.json`, pathParams: core, data: { ...from, To: '+15005550001', Body: 'x' } }), 400, 21211);
  },
  async calls() {
    const Sid = await kept('api', `${account}/Calls.json`, { ...from, To: '+15551230001', Twiml: '<Response><Gather numDigits="1" timeout="600"/></Response>' }, core);
    const recording = await client.create({ domain: 'api', path: `${account}/Calls/{CallSid}/Recordings.json`, pathParams: { ...core, CallSid: Sid }, data: {} });
    assert.equal((await client.update({ domain: 'api', path: `${account}/Calls/{Sid}.json`, pathParams: { ...core, Sid }, data: { Status: 'completed' } })).status, 'completed');
    assert.equal((await client.fetch({ domain: 'api', path: `${account}/Recordings/{Sid}.json`, pathParams: { ...core, Sid: recording.sid } })).status, 'completed');
    assert.equal(await client.remove({ domain: 'api', path: `${account}/Calls/{Sid}.json`, pathParams: { ...core, Sid } }), true);
  },
  async conferences() {
    const pathParams = { ...core, ConferenceSid: 'daily' };
    const made = await client.create({ domain: 'api', path: `${account}/Conferences/{ConferenceSid}/Participants.json`, pathParams, data: { ...from, To: '+15551230001' } });
    assert.equal((await client.list({ domain: 'api', path: `${account}/Conferences/{ConferenceSid}/Participants.json`, pathParams: { ...core, ConferenceSid: made.conferenceSid }, data: {} })).length, 1);
    assert.equal((await client.update({ domain: 'api', path: `${account}/Conferences/{Sid}.json`, pathParams: { ...core, Sid: made.conferenceSid }, data: { Status: 'completed' } })).status, 'completed');
  },
  async queues() {
    await cycle({ domain: 'api', list: `${account}/Queues.json`, instance: `${account}/Queues/{Sid}.json`, pathParams: core, data: { FriendlyName: 'a' }, change: { FriendlyName: 'b' }, property: 'friendlyName' });
    const QueueSid = await kept('api', `${account}/Queues.json`, { FriendlyName: 'support' }, core);
    const call = await kept('api', `${account}/Calls.json`, { ...from, To: '+15551230001', Twiml: '<Response><Enqueue>support</Enqueue></Response>' }, core);
    const members = await client.list({ domain: 'api', path: `${account}/Queues/{QueueSid}/Members.json`, pathParams: { ...core, QueueSid }, data: {} });
    assert.deepEqual(members.map((member) => member.callSid), [call]);
  },
  incomingPhoneNumbers: () => cycle({ domain: 'api', list: `${account}/IncomingPhoneNumbers.json`, instance: `${account}/IncomingPhoneNumbers/{Sid}.json`, pathParams: core, data: { AreaCode: '303' }, change: { FriendlyName: 'b' }, property: 'friendlyName' }),
  accounts: async () => assert.equal((await client.fetch({ domain: 'api', path: '/2010-04-01/Accounts/{Sid}.json', pathParams: { Sid: accountSid } })).sid, accountSid),
  keys: () => cycle({ domain: 'api', list: `${account}/Keys.json`, instance: `${account}/Keys/{Sid}.json`, pathParams: core, data: { FriendlyName: 'a' }, change: { FriendlyName: 'b' }, property: 'friendlyName' }),
  tokens: async () => assert.ok((await client.create({ domain: 'api', path: `${account}/Tokens.json`, pathParams: core, data: {} })).iceServers.length),
  applications: () => cycle({ domain: 'api', list: `${account}/Applications.json`, instance: `${account}/Applications/{Sid}.json`, pathParams: core, data: { FriendlyName: 'a' }, change: { FriendlyName: 'b' }, property: 'friendlyName' }),
  availablePhoneNumbers: async () => assert.ok((await client.list({ domain: 'api', path: `${account}/AvailablePhoneNumbers/{CountryCode}/Local.json`, pathParams: { ...core, CountryCode: 'US' }, data: { Limit: 3 } })).length === 3),
  async messagingServices() {
    await cycle({ domain: 'messaging', list: '/v1/Services', instance: '/v1/Services/{Sid}', data: { FriendlyName: 'a' }, change: { FriendlyName: 'b' }, property: 'friendlyName' });
    const ServiceSid = await kept('messaging', '/v1/Services', { FriendlyName: 'pool' });
    const PhoneNumberSid = await kept('api', `${account}/IncomingPhoneNumbers.json`, { AreaCode: '415' }, core);
    await cycle({ domain: 'messaging', list: '/v1/Services/{ServiceSid}/PhoneNumbers', instance: '/v1/Services/{ServiceSid}/PhoneNumbers/{Sid}', pathParams: { ServiceSid }, data: { PhoneNumberSid }, update: false });
  },
  lookups: async () => assert.equal((await client.fetch({ domain: 'lookups', path: '/v2/PhoneNumbers/{PhoneNumber}', pathParams: { PhoneNumber: '+14155552671' } })).nationalFormat, '(415) 555-2671'),
  async verify() {
    await cycle({ domain: 'verify', list: '/v2/Services', instance: '/v2/Services/{Sid}', data: { FriendlyName: 'a' }, change: { FriendlyName: 'b' }, property: 'friendlyName' });
    const ServiceSid = await kept('verify', '/v2/Services', { FriendlyName: 'Ahoy', CustomCodeEnabled: true });
    await client.create({ domain: 'verify', path: '/v2/Services/{ServiceSid}/Verifications', pathParams: { ServiceSid }, data: { To: '+15551230001', Channel: 'sms', CustomCode: '2468' } });
    const check = await client.create({ domain: 'verify', path: '/v2/Services/{ServiceSid}/VerificationCheck', pathParams: { ServiceSid }, data: { To: '+15551230001', Code: '2468' } });
    assert.equal(check.status, 'approved');
  },
  async sync() {
    const ServiceSid = await kept('sync', '/v1/Services', { FriendlyName: 'a' });
    const pathParams = { ServiceSid };
    const root = '/v1/Services/{ServiceSid}';
    await cycle({ domain: 'sync', list: `${root}/Documents`, instance: `${root}/Documents/{Sid}`, pathParams, data: { UniqueName: 'a', Data: '{"a":1}' }, change: { Data: '{"a":2}' }, property: 'data', update: false });
    await cycle({ domain: 'sync', list: `${root}/Lists`, instance: `${root}/Lists/{Sid}`, pathParams, data: { UniqueName: 'a' }, update: false });
    await cycle({ domain: 'sync', list: `${root}/Maps`, instance: `${root}/Maps/{Sid}`, pathParams, data: { UniqueName: 'a' }, update: false });
    const ListSid = await kept('sync', `${root}/Lists`, {}, pathParams);
    await cycle({ domain: 'sync', list: `${root}/Lists/{ListSid}/Items`, instance: `${root}/Lists/{ListSid}/Items/{Index}`, pathParams: { ...pathParams, ListSid }, data: { Data: '{"a":1}' }, key: 'Index', find: (item) => item.index, update: false });
    const MapSid = await kept('sync', `${root}/Maps`, {}, pathParams);
    await cycle({ domain: 'sync', list: `${root}/Maps/{MapSid}/Items`, instance: `${root}/Maps/{MapSid}/Items/{Key}`, pathParams: { ...pathParams, MapSid }, data: { Key: 'a b', Data: '{"a":1}' }, key: 'Key', find: (item) => item.key, update: false });
  },
  async conversations() {
    await cycle({ domain: 'conversations', list: '/v1/Conversations', instance: '/v1/Conversations/{Sid}', data: { FriendlyName: 'a' }, change: { FriendlyName: 'b' }, property: 'friendlyName' });
    const pathParams = { ConversationSid: await kept('conversations', '/v1/Conversations', {}) };
    const root = '/v1/Conversations/{ConversationSid}';
    await cycle({ domain: 'conversations', list: `${root}/Participants`, instance: `${root}/Participants/{Sid}`, pathParams, data: { Identity: 'ada' }, change: { Attributes: '{"a":1}' }, property: 'attributes' });
    await cycle({ domain: 'conversations', list: `${root}/Messages`, instance: `${root}/Messages/{Sid}`, pathParams, data: { Body: 'a' }, change: { Body: 'b' }, property: 'body' });
  },
  async studio() {
    await cycle({ domain: 'studio', list: '/v2/Flows', instance: '/v2/Flows/{Sid}', data: { FriendlyName: 'a', Status: 'draft', Definition: '{}' }, update: false });
    const FlowSid = await kept('studio', '/v2/Flows', { FriendlyName: 'b', Status: 'published', Definition: '{"states":[]}' });
    await cycle({ domain: 'studio', list: '/v2/Flows/{FlowSid}/Executions', instance: '/v2/Flows/{FlowSid}/Executions/{Sid}', pathParams: { FlowSid }, data: { To: '+15551230001', From: from.From }, change: { Status: 'ended' }, property: 'status' });
  },
  async taskRouter() {
    const WorkspaceSid = await kept('taskrouter', '/v1/Workspaces', { FriendlyName: 'a' });
    for (const [kind, data] of Object.entries({ Workers: { FriendlyName: 'a' }, TaskQueues: { FriendlyName: 'a' }, Workflows: { FriendlyName: 'a', Configuration: '{}' }, Activities: { FriendlyName: 'a' }, TaskChannels: { FriendlyName: 'a', UniqueName: 'a' } })) {
      await cycle({ domain: 'taskrouter', list: `/v1/Workspaces/{WorkspaceSid}/${kind}`, instance: `/v1/Workspaces/{WorkspaceSid}/${kind}/{Sid}`, pathParams: { WorkspaceSid }, data, change: { FriendlyName: 'b' }, property: 'friendlyName' });
    }

    await cycle({ domain: 'taskrouter', list: '/v1/Workspaces/{WorkspaceSid}/Tasks', instance: '/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}', pathParams: { WorkspaceSid }, data: { Attributes: '{}' }, change: { AssignmentStatus: 'canceled' }, property: 'assignmentStatus' });
  },
};

(async () => {
  const results = {};
  for (const [resource, run] of Object.entries(scenarios)) {
    try {
      await run();
      results[resource] = 'ok';
    } catch (error) {
      results[resource] = `${error.stack}`;
    }
  }

  process.stdout.write(JSON.stringify(results));
})();
