'use strict';

// Each way that a credential of the account comes into a log line or an error.
const util = require('node:util');
const axios = require('axios');

const missing = 'https://api.twilio.com/2010-04-01/Nothing.json';

const ways = {
  async unhandled({ auth }) {
    await axios.get(missing, { auth });
  },
  async header({ basic }) {
    await axios.get(missing, { headers: { Authorization: `Basic ${basic}` } });
  },
  async printed({ auth }) {
    const error = await axios.get(missing, { auth }).catch((e) => e);
    console.error(error);
    console.log(util.inspect(error, { depth: 10, showHidden: true }));
    console.warn(JSON.stringify(error));
    console.log(error.request._header);
    console.log(error.config);
  },
  async values({ token, basic, context }) {
    console.log(token);
    console.log('%s %j', basic, { token });
    console.error(context);
    console.log(process.env);
    process.stdout.write(`raw ${token}\n`);
    process.stderr.write(`raw ${token}\n`);
  },
  async thrown({ token, basic }) {
    throw new Error(`refused: ${token} and ${basic}`);
  },
  async called({ token, callback }) {
    callback(new Error(`refused: ${token}`));
  },
  async later({ token, callback }) {
    callback(null, 'done');
    await null;
    throw new Error(`too late: ${token}`);
  },
  async key({ context }) {
    const { secret, sid } = await context.getTwilioClient().newKeys.create({ friendlyName: 'made' });
    console.log(secret);
    throw new Error(`${sid}:${secret} ${Buffer.from(`${sid}:${secret}`).toString('base64')}`);
  },
  async message({ context, token }) {
    await context.getTwilioClient().messages.create({ to: '+15551230001', from: '+15005550006', body: 'x', statusCallback: `https://ada:${token}@127.0.0.1:1/status` });
  },
};

exports.handler = async (context, event, callback) => {
  const { ACCOUNT_SID: username, AUTH_TOKEN: token } = context;
  const auth = { username, password: token };
  const basic = Buffer.from(`${username}:${token}`).toString('base64');
  await ways[event.way]({ auth, basic, token, context, callback });
  callback(null, 'done');
};
