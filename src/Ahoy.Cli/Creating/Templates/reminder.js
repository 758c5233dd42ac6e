// The webhook of a number's incoming messages: each is sent back after REMINDER_MINUTES. Twilio schedules messages of a messaging service,
// from 15 minutes to 35 days ahead.

exports.handler = async function (context, event, callback) {
  const twiml = new Twilio.twiml.MessagingResponse();
  const minutes = Number(context.REMINDER_MINUTES || 60);
  try {
    await context.getTwilioClient().messages.create({
      to: event.From,
      body: `Reminder: ${event.Body}`,
      messagingServiceSid: context.MESSAGING_SERVICE_SID,
      scheduleType: 'fixed',
      sendAt: new Date(Date.now() + minutes * 60 * 1000),
    });
    twiml.message(`I will remind you in ${minutes} minutes.`);
  } catch (error) {
    console.error(`A reminder was not scheduled: ${error.message}`);
    twiml.message('Sorry, I could not schedule that.');
  }

  return callback(null, twiml);
};
