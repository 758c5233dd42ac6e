//// reports: a client with both
const client = require('twilio')('AC5ef872f6da5a21de157d80997a64bd33', [|'3a9f41c7b02d8e6650fb1c94d7e82a35'|]);

exports.handler = (context, event, callback) => {
  client.messages.create({ to: event.To, from: event.From, body: 'Hi' }).then(() => callback(), callback);
};

//// reports: a constructor
exports.handler = (context, event, callback) => {
  const { Twilio: Client } = require('twilio');
  const client = new Client('AC5ef872f6da5a21de157d80997a64bd33', [|'3a9f41c7b02d8e6650fb1c94d7e82a35'|]);
  callback(null, typeof client);
};

//// reports: an object
const CREDENTIALS = {
  sid: 'AC5ef872f6da5a21de157d80997a64bd33',
  value: [|'3a9f41c7b02d8e6650fb1c94d7e82a35'|],
};

exports.handler = (context, event, callback) => callback(null, Object.keys(CREDENTIALS));

//// reports: constants
const ACCOUNT = 'AC5ef872f6da5a21de157d80997a64bd33';
const SHIBBOLETH = [|'3a9f41c7b02d8e6650fb1c94d7e82a35'|];

exports.handler = (context, event, callback) => {
  const client = require('twilio')(ACCOUNT, SHIBBOLETH);
  callback(null, typeof client);
};

//// reports: an API key for a token
const { AccessToken } = require('twilio').jwt;

exports.handler = (context, event, callback) => {
  const grant = new AccessToken(
    context.ACCOUNT_SID,
    'SKb3f8e1d04c7a96528fe0da17c5b3964e',
    [|'q7Yw2LmXc9Rb4TnVz1Kp8HsDf6Gj3EuA'|],
    { identity: event.identity },
  );
  callback(null, grant.toJwt());
};

//// reports: a name that says so
const AUTH_TOKEN = [|'3a9f41c7b02d8e6650fb1c94d7e82a35'|];

exports.handler = (context, event, callback) => callback(null, AUTH_TOKEN.length);

//// reports: an API key of another service
const axios = require('axios');
const sendgridApiKey = [|'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'|];

exports.handler = (context, event, callback) => {
  axios.post('https://example.com', event, { headers: { Authorization: `Bearer ${sendgridApiKey}` } })
    .then(() => callback(), callback);
};

//// reports: a property
exports.handler = (context, event, callback) => {
  const options = { user: 'ahoy', password: [|'t7#kV9!mQ2xLz4@wR8'|] };
  callback(null, connect(options));
};

function connect(options) {
  return options.user;
}

//// reports: an assignment
let config = {};
config.clientSecret = [|'8f2c1b7e-4d90-4a6f-b3e8-71d5c09a2e64'|];

exports.handler = (context, event, callback) => callback(null, Object.keys(config));

//// reports: a default
exports.handler = (context, event, callback) => {
  const slackToken = context.SLACK_TOKEN || [|'xoxb-4829105736-9kQ2mZ7xWv3TpL8nRc5Y'|];
  callback(null, slackToken.length);
};

//// reports: a class field
class Mailer {
  #apiKey = [|'key-7d0f3a9c61be48257fa31e90cd846b2f'|];

  send(body) {
    return fetch('https://example.com', { method: 'POST', body, headers: { 'X-Key': this.#apiKey } });
  }
}

exports.handler = (context, event, callback) => {
  new Mailer().send(event.Body).then(() => callback(), callback);
};

//// reports: a header with such a name
exports.handler = async (context, event, callback) => {
  try {
    const response = await fetch(event.url, { headers: { 'x-api-key': [|'Zk4vN8qT2wXy7LmB0sRd5HgJ'|] } });
    callback(null, response.status);
  } catch (error) {
    callback(error);
  }
};

//// reports: a template
const accessToken = [|`eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.Qx3vR8kT1nLw7ZbYc5MpJd2HsGf9EaUo`|];

exports.handler = (context, event, callback) => callback(null, accessToken.length);

//// reports: a library
//// file: functions/client.private.js
var password = [|'Gv7pX2nQ9sLk4TzW'|];

module.exports = { login: (api) => api.login('ahoy', password) };

//// silent: from the environment
exports.handler = (context, event, callback) => {
  const client = require('twilio')(context.ACCOUNT_SID, context.AUTH_TOKEN);
  const apiKey = context.API_KEY;
  const password = process.env.PASSWORD;
  callback(null, [typeof client, typeof apiKey, typeof password]);
};

//// silent: placeholders
const client = require('twilio')('ACxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'your_auth_token');
const apiKey = 'your_api_key_0123456789';
const authToken = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
const secret = '00000000000000000000000000000000';

exports.handler = (context, event, callback) => callback(null, [client, apiKey, authToken, secret].length);

//// silent: placeholders in capitals
const client = require('twilio')('ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', 'XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX');
const password = '<YOUR_PASSWORD_1>';

exports.handler = (context, event, callback) => callback(null, [client, password].length);

//// silent: a SID alone
const ACCOUNT_SID = 'AC5ef872f6da5a21de157d80997a64bd33';
const apiKey = 'SKb3f8e1d04c7a96528fe0da17c5b3964e';

exports.handler = (context, event, callback) => {
  const client = require('twilio')(apiKey, context.API_SECRET, { accountSid: ACCOUNT_SID });
  callback(null, typeof client);
};

//// silent: other SIDs
exports.handler = (context, event, callback) => {
  context.getTwilioClient().taskrouter.v1
    .workspaces('WS4b1c09ae7d3f5862c0e97ba1d846f523')
    .tasks.create({ workflowSid: 'WW9d3e7f10b2c8465a7fe14db0c396a825' })
    .then((task) => callback(null, task.sid), callback);
};

//// silent: names of things about tokens
const tokenUrl = 'https://example.com/oauth2/v1/token?x=9kQ2mZ7xWv3TpL8n';
const tokenType = 'Bearer';
const passwordField = 'user_password_2024_field';
const TOKEN_HEADER = 'x-csrf-token-4a6f8b3e71d5';
const secretName = 'projects/ahoy/secrets/db-password/versions/12';

exports.handler = (context, event, callback) => callback(null, [tokenUrl, tokenType, passwordField, TOKEN_HEADER, secretName]);

//// silent: words, not secrets
const token = 'user-session-token-v2';
const password = 'correct-horse-battery-staple';
const apiKey = 'API_KEY_2';
const secret = 'top secret';

exports.handler = (context, event, callback) => callback(null, [token, password, apiKey, secret]);

//// silent: short values
const password = 'hunter2';
const pwd = 'abc123';
const token = '42';

exports.handler = (context, event, callback) => callback(null, [password, pwd, token]);

//// silent: hashes with other names
const etag = '3a9f41c7b02d8e6650fb1c94d7e82a35';
const commit = '8f2c1b7e4d904a6fb3e871d5c09a2e64b1f7d3c2';
const checksum = { md5: '3a9f41c7b02d8e6650fb1c94d7e82a35' };

exports.handler = (context, event, callback) => callback(null, [etag, commit, checksum]);

//// silent: a call for a value
exports.handler = (context, event, callback) => {
  const token = createToken('8f2c1b7e-4d90-4a6f-b3e8-71d5c09a2e64');
  callback(null, token);
};

function createToken(id) {
  return Buffer.from(id).toString('base64');
}

//// silent: a template with holes
exports.handler = (context, event, callback) => {
  const token = `${context.KEY_ID}:${event.id}:9kQ2mZ7xWv3TpL8n`;
  callback(null, token);
};

//// silent: an example that says so
const apiKey = 'example-9kQ2mZ7xWv3TpL8nRc5Y';
const secret = 'changeme-8f2c1b7e4d904a6f';

exports.handler = (context, event, callback) => callback(null, [apiKey, secret]);

//// silent: a message about a token
exports.handler = (context, event, callback) => {
  const token = 'The token has expired after 3600 seconds';
  callback(null, { token, password: 'must have at least 12 characters' });
};

//// silent: a comparison
exports.handler = (context, event, callback) => {
  if (event.token === context.TOKEN) {
    return callback(null, 'in');
  }
  return callback(null, 'out');
};

//// silent: the SID of an account with something else beside it
exports.handler = (context, event, callback) => {
  const report = { account: 'AC5ef872f6da5a21de157d80997a64bd33', message: 'SM3a9f41c7b02d8e6650fb1c94d7e82a35', note: 'transferred' };
  callback(null, report);
};

//// silent: a page for browsers
//// file: assets/app.js
const publicApiKey = 'Zk4vN8qT2wXy7LmB0sRd5HgJ';
console.log(publicApiKey);

//// silent: a path and a phone number
const privateKey = '/tmp/keys/service-account-8f2c1b7e.pem';
const token = '+15550100155501001555';

exports.handler = (context, event, callback) => callback(null, [privateKey, token]);

//// reports: what a parameter falls back to
const lookup = (number, apiKey = [|'AIzaSyD3x9kQ2mT7vL5pR8wN1bC4fH6jK0zXyUo'|]) => `${number}?${apiKey}`;

exports.handler = (context, event, callback) => callback(null, lookup(event.From));

//// reports: what is taken out of the context falls back to
exports.handler = (context, event, callback) => {
  const { HOOK_SECRET = [|'whsec_5f2K9xQ7mT3vL8pR1wN6bC4fH0jZ'|] } = context;
  callback(null, event.secret === HOOK_SECRET);
};

//// silent: names with a version or a year in them
const services = { HarbourToken: 'harbour_api_v2010' };
const tokens = { RefreshToken: 'Refresh-Token-Grant-2024', accessToken: 'urn:access:token:v10' };

exports.handler = (context, event, callback) => {
  callback(null, services[event.name] || tokens[event.name]);
};

//// reports: parts that are no words, with separators
const hooks = { deploySecret: [|'k4v9-q2zx7-8tn31-wq0c5'|] };

exports.handler = (context, event, callback) => callback(null, hooks.deploySecret === event.secret);
