// The form's endpoint: checks what was typed and answers in JSON.

const PHONE = /^\+[1-9]\d{6,14}$/;

exports.handler = function (context, event, callback) {
  const name = String(event.name ?? '').trim();
  const phone = String(event.phone ?? '').replace(/[\s().-]/g, '');

  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'application/json');

  if (!name) {
    response.setStatusCode(422).setBody({ error: 'Please tell us your name.' });
  } else if (!PHONE.test(phone)) {
    response.setStatusCode(422).setBody({ error: 'A phone number starts with + and the country code.' });
  } else {
    response.setBody({ message: `Thank you, ${name}. We call ${phone} within the hour.` });
  }

  return callback(null, response);
};
