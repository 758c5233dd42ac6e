'use strict';

// The Serverless Toolkit's client: deploy, deploy again, list, activate, variables, logs. Prints what it saw as JSON.
const { TwilioServerlessApiClient } = require('@twilio-labs/serverless-api');

async function main() {
  const { AHOY_ACCOUNT_SID, AHOY_AUTH_TOKEN } = process.env;
  const client = new TwilioServerlessApiClient({ username: AHOY_ACCOUNT_SID, password: AHOY_AUTH_TOKEN });
  const steps = [];
  client.on('status-update', ({ status }) => steps.push(status));
  const project = {
    serviceName: 'toolkit',
    functionsEnv: 'dev',
    env: { GREETING: 'ahoy', ANSWER: 42 },
    pkgJson: { dependencies: { lodash: '4.17.21' } },
    runtime: 'node22',
    functions: [
      { name: '/hello', path: '/hello', access: 'public', content: 'exports.handler = (c, e, cb) => cb(null, "hi");' },
      { name: '/secret', path: '/secret', access: 'protected', content: 'exports.handler = (c, e, cb) => cb(null, "shh");' },
    ],
    assets: [{ name: '/logo.png', path: '/logo.png', access: 'private', content: Buffer.from([137, 80, 78, 71]), filePath: '/x/logo.png' }],
  };
  const first = await client.deployProject(project);
  const conflict = await client.deployProject(project).then(() => null, ({ name, serviceSid }) => ({ name, serviceSid }));
  const second = await client.deployProject({ ...project, overrideExistingService: true });
  const { serviceSid } = first;

  const activated = await client.activateBuild({
    serviceSid, sourceEnvironment: 'dev', targetEnvironment: '', createEnvironment: true, env: { GREETING: 'aye' },
  });
  await client.setEnvironmentVariables({ serviceSid, environment: 'dev', env: { GREETING: 'hello', MORE: '1' }, append: false });
  const variables = await client.getEnvironmentVariables({ serviceSid, environment: 'dev', keys: [], getValues: true });
  await client.removeEnvironmentVariables({ serviceSid, environment: 'dev', keys: ['MORE'] });
  const listed = await client.list({
    types: ['environments', 'builds', 'functions', 'assets', 'variables'], serviceSid, environment: 'dev',
  });
  const logs = await client.getLogs({ serviceSid, environment: 'dev' });
  console.log(JSON.stringify({ steps, first, conflict, second, activated, variables, listed, logs }));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
