// GET or POST /…?to=+15551234567 sends a code; with &code=123456 it is checked.

// Without a limit to the countries that you serve, others run up your bill.
const isAllowed = (context, to) => (context.ALLOWED_PREFIXES || '').split(' ').some((prefix) => prefix && to.startsWith(prefix));

exports.handler = async function (context, event, callback) {
  const to = String(event.to || '');
  if (!isAllowed(context, to)) {
    const response = new Twilio.Response();
    response.setStatusCode(403).appendHeader('Content-Type', 'application/json');
    response.setBody({ error: 'This number is not served.' });
    return callback(null, response);
  }

  const service = context.getTwilioClient().verify.v2.services(context.VERIFY_SERVICE_SID);
  try {
    const result = event.code
      ? await service.verificationChecks.create({ to, code: String(event.code) })
      : await service.verifications.create({ to, channel: 'sms' });
    return callback(null, { status: result.status });
  } catch (error) {
    console.error(`Verify: ${error.message}`);
    return callback('The code could not be sent or checked.');
  }
};
