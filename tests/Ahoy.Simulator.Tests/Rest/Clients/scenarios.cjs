'use strict';

// What each resource has to do, through the helper library. A scenario gets a client, assert, and a way to connect as someone else. What was
// made is addressed by its SID: in version 6 the methods of an instance that `create` gave don't know it.
const rejects = async (assert, promise, status, code) => {
  const error = await promise.then(() => undefined, (e) => e);
  assert.ok(error, `expected ${code}`);
  assert.deepEqual([error.status, error.code], [status, code], error.message);
  return error;
};

const sidOf = (prefix) => new RegExp(`^${prefix}[0-9a-f]{32}$`);
const missing = (prefix) => `${prefix}${'0'.repeat(32)}`;

exports.strategies = {
  async accounts(client, assert) {
    const account = await client.api.accounts(client.accountSid).fetch();
    assert.equal(account.sid, client.accountSid);
    assert.equal(account.status, 'active');
    assert.ok(account.dateCreated instanceof Date);
    assert.match(account.subresourceUris.messages, /\/Messages\.json$/);
    assert.deepEqual((await client.api.accounts.list()).map((a) => a.sid), [client.accountSid]);
  },

  async keys(client, assert, connect) {
    const key = await client.newKeys.create({ friendlyName: 'worker' });
    assert.match(key.sid, sidOf('SK'));
    const other = connect(key.sid, key.secret);
    assert.equal((await other.keys(key.sid).fetch()).friendlyName, 'worker');
    assert.equal((await other.keys(key.sid).update({ friendlyName: 'builder' })).friendlyName, 'builder');
    assert.ok((await client.keys.list()).some((k) => k.sid === key.sid && k.secret === undefined));
    assert.equal(await client.keys(key.sid).remove(), true);
    await rejects(assert, other.keys.list(), 401, 20003);
  },

  async tokens(client, assert) {
    const token = await client.tokens.create({ ttl: 60 });
    assert.equal(token.ttl, '60');
    assert.ok(token.iceServers.length > 1 && token.iceServers[1].credential);
  },

  async applications(client, assert) {
    const application = await client.applications.create({ friendlyName: 'menu', voiceUrl: 'https://example.com/voice' });
    assert.match(application.sid, sidOf('AP'));
    assert.deepEqual([application.voiceUrl, application.voiceMethod], ['https://example.com/voice', 'POST']);
    await client.applications(application.sid).update({ smsUrl: 'https://example.com/sms' });
    assert.equal((await client.applications(application.sid).fetch()).smsUrl, 'https://example.com/sms');
    assert.equal((await client.applications.list({ friendlyName: 'menu' })).length, 1);
    await client.applications(application.sid).remove();
    await rejects(assert, client.applications(application.sid).fetch(), 404, 20404);
  },

  async paging(client, assert) {
    for (let i = 0; i < 5; i++) {
      await client.applications.create({ friendlyName: `page ${i}` });
      await client.sync.v1.services('default').documents.create({ uniqueName: `page ${i}` });
    }

    const names = (await client.applications.list({ pageSize: 2 })).map((a) => a.friendlyName);
    assert.deepEqual(names.filter((n) => n.startsWith('page')), ['page 4', 'page 3', 'page 2', 'page 1', 'page 0']);
    assert.equal((await client.applications.list({ pageSize: 2, limit: 3 })).length, 3);
    let page = await client.sync.v1.services('default').documents.page({ pageSize: 2 });
    const seen = [];
    while (page) {
      seen.push(...page.instances.map((d) => d.uniqueName));
      page = await page.nextPage();
    }

    assert.deepEqual(seen, ['page 0', 'page 1', 'page 2', 'page 3', 'page 4']);
    const third = await (await (await client.sync.v1.services('default').documents.page({ pageSize: 2 })).nextPage()).previousPage();
    assert.deepEqual(third.instances.map((d) => d.uniqueName), ['page 0', 'page 1']);
  },

  async availablePhoneNumbers(client, assert) {
    const local = await client.availablePhoneNumbers('US').local.list({ areaCode: 510, limit: 3 });
    assert.equal(local.length, 3);
    assert.ok(local.every((n) => n.phoneNumber.startsWith('+1510555') && n.capabilities.SMS));
    assert.ok((await client.availablePhoneNumbers.list()).some((c) => c.countryCode === 'GB'));
    assert.equal((await client.availablePhoneNumbers('GB').fetch()).country, 'United Kingdom');
    assert.equal((await client.availablePhoneNumbers('GB').mobile.list({ limit: 1 })).length, 1);
  },

  async messagingServices(client, assert) {
    const service = await client.messaging.v1.services.create({ friendlyName: 'reminders' });
    assert.match(service.sid, sidOf('MG'));
    assert.equal((await client.messaging.v1.services(service.sid).update({ stickySender: false })).stickySender, false);
    assert.ok((await client.messaging.v1.services.list()).some((s) => s.sid === service.sid));
    assert.match(service.links.phone_numbers, /\/PhoneNumbers$/);
    await client.messaging.v1.services(service.sid).remove();
    await rejects(assert, client.messaging.v1.services(service.sid).fetch(), 404, 20404);
  },

  async verify(client, assert, connect, address) {
    const service = await client.verify.v2.services.create({ friendlyName: 'Ahoy', codeLength: 5, customCodeEnabled: true });
    assert.equal(service.codeLength, 5);
    const verifications = client.verify.v2.services(service.sid).verifications;
    const started = await verifications.create({ to: '+15551230001', channel: 'sms', customCode: '12345' });
    assert.deepEqual([started.status, started.valid, started.sendCodeAttempts.length], ['pending', false, 1]);
    assert.equal((await verifications(started.sid).fetch()).to, '+15551230001');
    const checks = client.verify.v2.services(service.sid).verificationChecks;
    assert.equal((await checks.create({ to: '+15551230001', code: '54321' })).status, 'pending');
    assert.equal((await checks.create({ to: '+15551230001', code: '12345' })).status, 'approved');
    await rejects(assert, checks.create({ to: '+15551230001', code: '12345' }), 404, 20404);
    await rejects(assert, verifications.create({ to: '1', channel: 'sms' }), 400, 60200);
    const second = await verifications.create({ to: '+15551230002', channel: 'call' });
    assert.equal((await verifications(second.sid).update({ status: 'canceled' })).status, 'canceled');
    assert.ok((await client.verify.v2.services.list()).length > 0);
  },

  async lookups(client, assert) {
    const number = await client.lookups.v2.phoneNumbers('(415) 555-2671').fetch({ fields: 'line_type_intelligence,caller_name' });
    assert.deepEqual([number.phoneNumber, number.valid, number.countryCode, number.nationalFormat], ['+14155552671', true, 'US', '(415) 555-2671']);
    assert.equal(number.lineTypeIntelligence.type, 'mobile');
    assert.equal((await client.lookups.v2.phoneNumbers('+1415').fetch()).validationErrors[0], 'TOO_SHORT');
    assert.equal((await client.lookups.v2.phoneNumbers('07700 900123').fetch({ countryCode: 'GB' })).phoneNumber, '+447700900123');
    assert.equal((await client.lookups.v1.phoneNumbers('+14155552671').fetch({ type: ['carrier'] })).carrier.type, 'mobile');
  },

  async sync(client, assert) {
    const sync = await client.sync.v1.services.create({ friendlyName: 'games' });
    const scope = client.sync.v1.services(sync.sid);
    const document = await scope.documents.create({ uniqueName: 'board', data: { turn: 1 }, ttl: 3600 });
    assert.deepEqual([document.data, document.revision], [{ turn: 1 }, '0']);
    assert.ok(document.dateExpires > document.dateCreated);
    assert.equal((await scope.documents('board').update({ data: { turn: 2 }, ifMatch: '0' })).revision, '1');
    await rejects(assert, scope.documents('board').update({ data: {}, ifMatch: '0' }), 412, 54103);
    await rejects(assert, scope.documents.create({ uniqueName: 'board' }), 409, 54301);

    const list = await scope.syncLists.create({ uniqueName: 'moves' });
    const first = await scope.syncLists(list.sid).syncListItems.create({ data: { at: 'e4' } });
    assert.deepEqual([first.index, first.listSid, first.data], [0, list.sid, { at: 'e4' }]);
    await scope.syncLists('moves').syncListItems.create({ data: { at: 'e5' } });
    assert.deepEqual((await scope.syncLists('moves').syncListItems.list({ order: 'desc' })).map((i) => i.data.at), ['e5', 'e4']);
    await scope.syncLists('moves').syncListItems(0).remove();
    assert.equal((await scope.syncLists('moves').syncListItems.list()).length, 1);

    await scope.syncMaps.create({ uniqueName: 'players' });
    const items = scope.syncMaps('players').syncMapItems;
    await items.create({ key: 'ada', data: { score: 1 } });
    assert.deepEqual((await items('ada').update({ data: { score: 2 } })).data, { score: 2 });
    await rejects(assert, items.create({ key: 'ada', data: {} }), 409, 54208);
    await rejects(assert, items('bob').fetch(), 404, 20404);
    assert.deepEqual((await items.list()).map((i) => i.key), ['ada']);
    assert.equal(await client.sync.v1.services(sync.sid).remove(), true);
    await rejects(assert, scope.documents('board').fetch(), 404, 20404);
  },

  async conversations(client, assert) {
    const conversation = await client.conversations.v1.conversations.create({ friendlyName: 'order 7', uniqueName: 'order-7' });
    const scope = client.conversations.v1.conversations('order-7');
    assert.deepEqual([conversation.state, (await scope.fetch()).sid], ['active', conversation.sid]);
    const phone = await scope.participants.create({ 'messagingBinding.address': '+15551230001', 'messagingBinding.proxyAddress': '+15005550006' });
    assert.equal(phone.messagingBinding.address, '+15551230001');
    await scope.participants.create({ identity: 'ada' });
    assert.equal((await scope.participants('ada').fetch()).identity, 'ada');
    await rejects(assert, scope.participants.create({ identity: 'ada' }), 409, 50433);
    const message = await scope.messages.create({ author: 'ada', body: 'Hello' });
    assert.deepEqual([message.index, message.conversationSid, message.body], [0, conversation.sid, 'Hello']);
    assert.equal((await scope.messages.create({ body: 'Bye' })).index, 1);
    assert.deepEqual((await scope.messages.list({ order: 'desc' })).map((m) => m.body), ['Bye', 'Hello']);
    const below = client.conversations.v1.services(conversation.chatServiceSid).conversations(conversation.sid);
    assert.equal((await below.messages(message.sid).fetch()).body, 'Hello');
    await rejects(assert, client.conversations.v1.conversations.create({ uniqueName: 'order-7' }), 409, 50353);
    await scope.remove();
    await rejects(assert, below.messages(message.sid).fetch(), 404, 20404);
  },

  async studio(client, assert) {
    const flow = await client.studio.v2.flows.create({ friendlyName: 'welcome', status: 'published', definition: { states: [] } });
    assert.deepEqual([flow.revision, flow.valid, flow.definition], [1, true, { states: [] }]);
    assert.equal((await client.studio.v2.flows(flow.sid).update({ status: 'draft' })).revision, 2);
    const execution = await client.studio.v2.flows(flow.sid).executions.create({ to: '+15551230001', from: '+15005550006', parameters: { a: 1 } });
    assert.equal(execution.status, 'active');
    assert.equal((await client.studio.v2.flows(flow.sid).executions(execution.sid).update({ status: 'ended' })).status, 'ended');
    assert.equal((await client.studio.v2.flows(flow.sid).executions.list()).length, 1);
    await client.studio.v2.flows(flow.sid).remove();
    await rejects(assert, client.studio.v2.flows(flow.sid).executions.list(), 404, 20404);
  },

  async taskRouter(client, assert) {
    const workspace = await client.taskrouter.v1.workspaces.create({ friendlyName: 'support' });
    const scope = client.taskrouter.v1.workspaces(workspace.sid);
    assert.deepEqual((await scope.activities.list()).map((a) => a.friendlyName), ['Offline', 'Available', 'Unavailable']);
    const available = (await scope.activities.list({ friendlyName: 'Available' }))[0];
    const worker = await scope.workers.create({ friendlyName: 'ada', attributes: '{"languages":["en"]}' });
    assert.deepEqual([worker.activityName, worker.available], ['Offline', false]);
    assert.equal((await scope.workers(worker.sid).update({ activitySid: available.sid })).available, true);
    const queue = await scope.taskQueues.create({ friendlyName: 'all' });
    const workflow = await scope.workflows.create({ friendlyName: 'default', configuration: JSON.stringify({ task_routing: { default_filter: { queue: queue.sid } } }) });
    const task = await scope.tasks.create({ workflowSid: workflow.sid, attributes: '{"order":7}' });
    assert.deepEqual([task.assignmentStatus, task.workflowFriendlyName, task.taskChannelUniqueName], ['pending', 'default', 'default']);
    assert.equal((await scope.tasks(task.sid).update({ assignmentStatus: 'canceled', reason: 'gone', ifMatch: '0' })).assignmentStatus, 'canceled');
    await rejects(assert, scope.tasks(task.sid).update({ priority: 1, ifMatch: '0' }), 412, 20412);
    assert.equal((await scope.tasks.list({ assignmentStatus: ['canceled'] })).length, 1);
    await scope.remove();
    await rejects(assert, scope.fetch(), 404, 20404);
  },

  async documentsAlone(client, assert) {
    const address = await client.addresses.create({ customerName: 'Ada', street: '1 Main', city: 'Springfield', region: 'IL', postalCode: '62701', isoCountry: 'US' });
    assert.match(address.sid, sidOf('AD'));
    assert.deepEqual(await client.addresses.list(), []);
    assert.equal((await client.addresses(missing('AD')).fetch()).sid, missing('AD'));
    assert.equal(await client.addresses(missing('AD')).remove(), true);
    assert.match((await rejects(assert, client.proxy.v1.services.create({ uniqueName: '' }), 400, 20001)).message, /UniqueName/);
    assert.ok((await client.events.v1.sinks.create({ description: 'x', sinkConfiguration: {}, sinkType: 'webhook' })).sid);
    assert.equal((await client.video.v1.rooms.create({ uniqueName: 'room', type: 'group' })).uniqueName, 'room');
  },

  async messages(client, assert) {
    const message = await client.messages.create({ to: '+15551230001', from: '+15005550006', body: 'Hello', mediaUrl: ['https://example.com/a.png'] });
    assert.match(message.sid, sidOf('MM'));
    assert.deepEqual([message.status, message.direction, message.numMedia], ['queued', 'outbound-api', '1']);
    assert.equal((await client.messages(message.sid).fetch()).status, 'delivered');
    assert.ok((await client.messages.list({ to: '+15551230001', dateSentAfter: new Date(Date.UTC(2020, 0, 1)) })).some((m) => m.sid === message.sid));
    const media = await client.messages(message.sid).media.list();
    assert.deepEqual([media.length, media[0].contentType], [1, 'image/png']);
    assert.equal(await client.messages(message.sid).media(media[0].sid).remove(), true);
    assert.equal((await client.messages(message.sid).update({ body: '' })).body, '');
    assert.equal(await client.messages(message.sid).remove(), true);
    await rejects(assert, client.messages(message.sid).fetch(), 404, 20404);
    await rejects(assert, client.messages.create({ to: '+15005550009', from: '+15005550006', body: 'x' }), 400, 21614);
    await rejects(assert, client.messages.create({ to: '+15551230001', from: '+15005550006' }), 400, 21619);
  },

  async calls(client, assert) {
    const call = await client.calls.create({ to: '+15551230001', from: '+15005550006', twiml: '<Response><Gather numDigits="1" timeout="600"/></Response>', statusCallbackEvent: ['initiated', 'completed'], statusCallback: 'http://localhost:3000/status' });
    assert.match(call.sid, sidOf('CA'));
    assert.equal((await client.calls(call.sid).fetch()).status, 'in-progress');
    const recording = await client.calls(call.sid).recordings.create({ recordingChannels: 'dual' });
    assert.deepEqual([recording.status, recording.channels], ['in-progress', 2]);
    assert.equal((await client.calls(call.sid).recordings('Twilio.CURRENT').update({ status: 'stopped' })).status, 'completed');
    assert.equal((await client.recordings.list({ callSid: call.sid })).length, 1);
    assert.equal((await client.recordings(recording.sid).fetch()).callSid, call.sid);
    assert.equal(await client.recordings(recording.sid).remove(), true);
    assert.equal((await client.calls(call.sid).update({ status: 'completed' })).status, 'completed');
    assert.ok((await client.calls.list({ status: 'completed' })).some((c) => c.sid === call.sid));
    await rejects(assert, client.calls(call.sid).update({ twiml: '<Response/>' }), 400, 21220);
    assert.equal(await client.calls(call.sid).remove(), true);
    await rejects(assert, client.calls.create({ to: '+15551230001', from: '+15559999999', twiml: '<Response/>' }), 400, 21210);
  },

  async conferences(client, assert) {
    const first = await client.conferences('standup').participants.create({ from: '+15005550006', to: '+15551230001', label: 'ada' });
    await client.conferences('standup').participants.create({ from: '+15005550006', to: '+15551230002' });
    const conference = (await client.conferences.list({ friendlyName: 'standup' }))[0];
    assert.deepEqual([conference.sid, conference.status], [first.conferenceSid, 'in-progress']);
    assert.equal((await client.conferences(conference.sid).participants.list()).length, 2);
    assert.equal((await client.conferences(conference.sid).participants('ada').update({ muted: true })).muted, true);
    assert.equal((await client.conferences(conference.sid).participants(first.callSid).fetch()).label, 'ada');
    assert.equal(await client.conferences(conference.sid).participants(first.callSid).remove(), true);
    assert.equal((await client.conferences(conference.sid).update({ status: 'completed' })).status, 'completed');
  },

  async queues(client, assert) {
    const queue = await client.queues.create({ friendlyName: 'support', maxSize: 5 });
    const call = await client.calls.create({ to: '+15551230001', from: '+15005550006', twiml: '<Response><Enqueue>support</Enqueue></Response>' });
    assert.equal((await client.queues(queue.sid).fetch()).currentSize, 1);
    assert.deepEqual((await client.queues(queue.sid).members.list()).map((m) => m.callSid), [call.sid]);
    assert.equal((await client.queues(queue.sid).members('Front').update({ url: 'http://localhost:3000/next' })).callSid, call.sid);
    assert.equal((await client.queues(queue.sid).update({ maxSize: 9 })).maxSize, 9);
    assert.ok((await client.queues.list()).some((q) => q.sid === queue.sid));
    assert.equal(await client.queues(queue.sid).remove(), true);
  },

  async incomingPhoneNumbers(client, assert) {
    const number = await client.incomingPhoneNumbers.create({ areaCode: '212', smsUrl: 'http://localhost:3000/sms' });
    assert.match(number.phoneNumber, /^\+1212555/);
    assert.equal((await client.incomingPhoneNumbers(number.sid).update({ voiceUrl: 'http://localhost:3000/voice' })).voiceUrl, 'http://localhost:3000/voice');
    assert.equal((await client.incomingPhoneNumbers.list({ phoneNumber: number.phoneNumber })).length, 1);
    const service = await client.messaging.v1.services.create({ friendlyName: 'pool' });
    const pool = client.messaging.v1.services(service.sid).phoneNumbers;
    assert.equal((await pool.create({ phoneNumberSid: number.sid })).phoneNumber, number.phoneNumber);
    assert.equal((await client.messages.create({ to: '+15551230001', messagingServiceSid: service.sid, body: 'x' })).from, number.phoneNumber);
    assert.equal((await pool.list()).length, 1);
    assert.equal(await pool(number.sid).remove(), true);
    assert.equal(await client.incomingPhoneNumbers(number.sid).remove(), true);
    await rejects(assert, client.incomingPhoneNumbers.create({ phoneNumber: '+15005550000' }), 400, 21422);
  },
};
