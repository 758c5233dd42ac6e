exports.handler = async (context, event, callback) => {
  const { services } = context.getTwilioClient().verify.v2;
  const { sid } = await services.create({ friendlyName: 'Door' });
  const { status } = await services(sid).verifications.create({ to: event.to, channel: 'sms' });
  callback(null, { sid, status });
};
