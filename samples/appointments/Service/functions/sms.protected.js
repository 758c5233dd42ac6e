// What a customer answers to a reminder.

exports.handler = async function (context, event, callback) {
  try {
    const twiml = new Twilio.twiml.MessagingResponse();
    twiml.message(await answer(context, event));
    return callback(null, twiml);
  } catch (error) {
    return callback(error);
  }
};

async function answer(context, event) {
  const { find, setStatus } = require(Runtime.getFunctions()['lib/book'].path);
  const client = context.getTwilioClient();
  const appointment = await find(client, event.From);
  if (!appointment) {
    return 'There is no appointment for this number.';
  }

  switch (String(event.Body ?? '').trim().toUpperCase()) {
    case 'OK':
      await setStatus(client, event.From, appointment, 'confirmed');
      return `Thank you, ${appointment.name}. See you ${appointment.time}.`;

    case 'CALL':
      // Written down first: the call may be over before this message is answered.
      await setStatus(client, event.From, appointment, 'calling');
      await client.calls.create({ to: event.From, from: event.To, url: `https://${context.DOMAIN_NAME}/callback` });
      return 'Your phone rings in a moment.';

    default:
      return `You have an appointment ${appointment.time}. Answer OK to confirm it, or CALL to talk to us.`;
  }
}
