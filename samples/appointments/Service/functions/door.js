// The screen at the door: a customer types a phone number, gets a code by message, and types the code.

const VERIFY_SERVICE = 'Appointments';
const NOT_FOUND = 404;

exports.handler = async function (context, event, callback) {
  try {
    const { status, body } = await open(context, String(event.phone ?? ''), String(event.code ?? ''));
    const response = new Twilio.Response();
    response.setStatusCode(status).appendHeader('Content-Type', 'application/json').setBody(body);
    return callback(null, response);
  } catch (error) {
    return callback(error);
  }
};

async function open(context, phone, code) {
  const { find, setStatus } = require(Runtime.getFunctions()['lib/book'].path);
  const client = context.getTwilioClient();

  // Codes go only to those who are expected: anybody can stand at a door.
  const appointment = phone && (await find(client, phone));
  if (!appointment) {
    return { status: 404, body: { error: 'There is no appointment for this number.' } };
  }

  const verify = await findVerifyService(client);
  if (!code) {
    await verify.verifications.create({ to: phone, channel: 'sms' });
    return { status: 202, body: { message: 'Please type the code that we have sent you.' } };
  }

  if (!(await isRight(verify, phone, code))) {
    return { status: 403, body: { error: 'That is not the code.' } };
  }

  await setStatus(client, phone, appointment, 'arrived');
  return { status: 200, body: { message: `Welcome, ${appointment.name}. The door is open.` } };
}

// The backend has made it.
async function findVerifyService(client) {
  const services = await client.verify.v2.services.list({ limit: 50 });
  const service = services.find(({ friendlyName }) => friendlyName === VERIFY_SERVICE);
  if (!service) {
    throw new Error(`There is no Verify Service "${VERIFY_SERVICE}": book an appointment first.`);
  }

  return client.verify.v2.services(service.sid);
}

async function isRight(verify, to, code) {
  try {
    const { status } = await verify.verificationChecks.create({ to, code });
    return status === 'approved';
  } catch (error) {
    // No code was asked for, or it is too old.
    if (error.status === NOT_FOUND) {
      return false;
    }

    throw error;
  }
}
