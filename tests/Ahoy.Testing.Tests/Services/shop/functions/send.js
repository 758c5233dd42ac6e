exports.handler = async (context, event, callback) => {
  try {
    const { sid } = await context.getTwilioClient().messages.create({ to: event.to, from: '+15005550006', body: event.body ?? 'Hi' });
    callback(null, { sid });
  } catch (error) {
    console.error(error.message);
    const response = new Twilio.Response();
    response.setStatusCode(502);
    response.setBody({ code: error.code ?? null, status: error.status ?? null });
    callback(null, response);
  }
};
