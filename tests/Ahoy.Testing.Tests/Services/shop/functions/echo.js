exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  const { request, ...parameters } = event;
  console.log('asked');
  response.setCookie('seen', 'yes');
  response.appendHeader('X-Shop', 'open');
  response.appendHeader('Content-Type', 'application/json');
  response.setBody({ parameters, greeting: context.GREETING ?? null, signed: 'x-twilio-signature' in request.headers });
  callback(null, response);
};
