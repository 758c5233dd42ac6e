// Takes an order by message, and tells when it is ready.
exports.handler = async (context, event, callback) => {
  console.log(`order of ${event.From}`);
  const answer = new Twilio.twiml.MessagingResponse();
  answer.message(`${context.GREETING ?? 'Hello'}, we are on it.`);
  if (event.service) {
    await context.getTwilioClient().messages.create({
      to: event.From, from: event.To, body: 'Your order is ready.', messagingServiceSid: event.service,
      scheduleType: 'fixed', sendAt: new Date(Date.parse(event.now) + 30 * 60000),
    });
  }
  callback(null, answer);
};
