// Answers each message of a conversation with its number. The number lives in a cookie: Twilio keeps one cookie jar
// for each pair of To and From, so two people who write to the same number are counted apart.

const COOKIE = 'message_count';
const FOUR_HOURS = 4 * 60 * 60; // as long as Twilio keeps the jar

exports.handler = function (context, event, callback) {
  const limit = Number(context.MESSAGE_LIMIT) || 5;
  const count = countOf(event.request.cookies[COOKIE], limit) + 1;

  const twiml = new Twilio.twiml.MessagingResponse();
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'text/xml');

  if (count < limit) {
    twiml.message(`This is message ${count} of ${limit}.`);
    response.setCookie(COOKIE, String(count), ['Path=/', `Max-Age=${FOUR_HOURS}`]);
  } else {
    twiml.message(`That was message ${limit} of ${limit}. The next one starts over.`);
    response.removeCookie(COOKIE);
  }

  response.setBody(twiml.toString());
  return callback(null, response);
};

// What a client sends may be anything: only a whole number below the limit counts as a count.
function countOf(cookie, limit) {
  const count = Number(cookie);
  return Number.isInteger(count) && count > 0 && count < limit ? count : 0;
}
