'use strict';

// The helper library from the first Service to a Deployment and back, as a user's script would do it. Prints what it saw as JSON.
const twilio = require('twilio');

async function main() {
  const { AHOY_ACCOUNT_SID, AHOY_AUTH_TOKEN } = process.env;
  const { serverless } = twilio(AHOY_ACCOUNT_SID, AHOY_AUTH_TOKEN);
  const seen = {};

  const service = await serverless.v1.services.create({ uniqueName: 'oracle', friendlyName: 'Oracle', includeCredentials: true });
  const context = serverless.v1.services(service.sid);
  seen.service = service.toJSON();
  seen.byName = (await serverless.v1.services('oracle').fetch()).sid;
  seen.renamed = (await context.update({ friendlyName: 'Delphi', uiEditable: true })).toJSON();

  const fn = await context.functions.create({ friendlyName: '/hello' });
  const asset = await context.assets.create({ friendlyName: '/style.css' });
  seen.functionVersion = await upload(service.sid, 'Functions', fn.sid, '/hello', 'exports.handler = (c, e, cb) => cb(null, c.GREETING);');
  seen.assetVersion = await upload(service.sid, 'Assets', asset.sid, '/style.css', 'body {}', 'text/css');
  const version = await context.functions(fn.sid).functionVersions(seen.functionVersion.sid).fetch();
  seen.fetchedVersion = version.toJSON();
  seen.content = (await context.functions(fn.sid).functionVersions(version.sid).functionVersionContent().fetch()).content;

  const build = await context.builds.create({
    functionVersions: [seen.functionVersion.sid],
    assetVersions: [seen.assetVersion.sid],
    dependencies: JSON.stringify([{ name: 'lodash', version: '4.17.21' }]),
    runtime: 'node22',
  });
  seen.buildAtFirst = build.toJSON();
  let status;
  do {
    status = await context.builds(build.sid).buildStatus().fetch();
  } while (status.status === 'building');
  seen.build = (await context.builds(build.sid).fetch()).toJSON();

  const environment = await context.environments.create({ uniqueName: 'dev-environment', domainSuffix: 'dev' });
  const inside = context.environments(environment.sid);
  seen.environmentAtFirst = environment.toJSON();
  const variable = await inside.variables.create({ key: 'GREETING', value: 'ahoy' });
  seen.variable = (await inside.variables(variable.sid).update({ value: 'aye' })).toJSON();
  seen.deployment = (await inside.deployments.create({ buildSid: build.sid })).toJSON();
  seen.environment = (await inside.fetch()).toJSON();

  for (let i = 0; i < 5; i++) {
    await inside.variables.create({ key: `K${i}`, value: `${i}` });
  }

  seen.pagedKeys = (await inside.variables.list({ pageSize: 2 })).map((v) => v.key);
  const secondPage = await (await inside.variables.page({ pageSize: 4 })).nextPage();
  seen.secondPageKeys = secondPage.instances.map((v) => v.key);
  seen.backKeys = (await secondPage.previousPage()).instances.map((v) => v.key);
  seen.logs = (await inside.logs.list({ limit: 10 })).length;
  seen.services = (await serverless.v1.services.list()).map((s) => s.uniqueName);
  seen.builds = (await context.builds.list()).map((b) => b.sid);
  seen.deployments = (await inside.deployments.list()).map((d) => d.sid);

  seen.errors = {
    notFound: await failure(() => serverless.v1.services('ZSffffffffffffffffffffffffffffffff').fetch()),
    taken: await failure(() => serverless.v1.services.create({ uniqueName: 'oracle', friendlyName: 'x' })),
    badName: await failure(() => serverless.v1.services.create({ uniqueName: 'not a name', friendlyName: 'x' })),
    buildInUse: await failure(() => context.builds(build.sid).remove()),
    credentials: await failure(() => twilio(AHOY_ACCOUNT_SID, 'wrong').serverless.v1.services.list()),
  };
  seen.removed = [await inside.variables(variable.sid).remove(), await serverless.v1.services(service.sid).remove()];
  seen.left = (await serverless.v1.services.list()).length;
  console.log(JSON.stringify(seen));
}

// The helper library has no uploads: the documentation tells to post the form by hand.
async function upload(service, collection, resource, path, content, type = 'application/javascript') {
  const { AHOY_API, AHOY_ACCOUNT_SID, AHOY_AUTH_TOKEN } = process.env;
  const form = new FormData();
  form.append('Content', new Blob([content], { type }), path);
  form.append('Path', path);
  form.append('Visibility', 'public');
  const response = await fetch(`${AHOY_API}/v1/Services/${service}/${collection}/${resource}/Versions`, {
    method: 'POST',
    body: form,
    headers: { Authorization: `Basic ${Buffer.from(`${AHOY_ACCOUNT_SID}:${AHOY_AUTH_TOKEN}`).toString('base64')}` },
  });
  return response.json();
}

async function failure(action) {
  try {
    await action();
    return null;
  } catch ({ status, code, message, moreInfo }) {
    return { status, code, message, moreInfo };
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
