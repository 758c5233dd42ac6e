// The project around each case: what is there to be asked for.
export const domain = 'harbour-1234.twil.io';

export const variables = {
  FROM: '+15550100', API_KEY: 'key-1f7c93', API_SECRET: 's3cr3t-2b9d', PASSWORD: 'anchor-8d21', HOOK_URL: 'https://hooks.example.com/t/9', SYNC_SID: 'IS1', OPERATOR: '+15550199',
};

export const platform = {
  ACCOUNT_SID: `AC${'0'.repeat(32)}`, AUTH_TOKEN: 'a9c1f0e2b7d84c55', DOMAIN_NAME: domain, PATH: '/subject', SERVICE_SID: `ZS${'1'.repeat(32)}`, ENVIRONMENT_SID: `ZE${'2'.repeat(32)}`,
};

/** Values that no log may show. */
export const secrets = [variables.API_SECRET, variables.PASSWORD, platform.AUTH_TOKEN];

export const dependencies = { axios: '1.7.9', got: '11.8.6', '@sendgrid/mail': '8.1.4', jsonwebtoken: '9.0.2' };

/** Files beside the case's own, functions/subject.js. */
export const files = {
  'functions/welcome.js': "exports.handler = (context, event, callback) => {\n  const twiml = new Twilio.twiml.VoiceResponse();\n  twiml.say('Welcome aboard.');\n  callback(null, twiml);\n};\n",
  'functions/voice/menu.js': "exports.handler = (context, event, callback) => {\n  const twiml = new Twilio.twiml.VoiceResponse();\n  twiml.pause({ length: 1 });\n  callback(null, twiml);\n};\n",
  'functions/voice/done.protected.js': "exports.handler = (context, event, callback) => {\n  const twiml = new Twilio.twiml.VoiceResponse();\n  twiml.say('Thank you.');\n  callback(null, twiml);\n};\n",
  'functions/lib/tides.private.js': "exports.high = (day) => `${day}: 06:12`;\nexports.low = async (day) => `${day}: 12:40`;\n",
  'assets/hold.mp3': 'ID3',
  'assets/logo.png': 'PNG',
  'assets/prices.private.json': '{ "berth": 12, "mooring": 30 }\n',
  'assets/names.private.js': "module.exports = { greet: (name) => `Ahoy, ${name}` };\n",
};

const resource = /^(functions|assets)\/(.+?)(?:\.(private|protected))?(\.[^./]+)$/;

/** What a file is on the platform. */
export function resourceOf(file) {
  const [, folder, name, visibility = 'public', extension] = resource.exec(file);
  return { folder, visibility, file, path: `/${name}${folder === 'functions' ? '' : extension}` };
}
