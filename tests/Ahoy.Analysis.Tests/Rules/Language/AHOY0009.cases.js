//// reports: a next-line comment over something fine
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line [|AHOY3001|] -- only to show what is removed
  const language = event.request.headers['accept-language'];
  callback(null, language);
};

//// reports: a line comment behind something fine
exports.handler = (context, event, callback) => {
  callback(null, event.Body); // ahoy-disable-line [|AHOY0001|]
};

//// reports: a region without any problem
/* ahoy-disable [|AHOY0003|] */
exports.handler = async (context, event, callback) => {
  try {
    callback(null, await Promise.resolve(event.Body));
  } catch (error) {
    callback(error);
  }
};
/* ahoy-enable AHOY0003 */

//// reports: an id that does not exist
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line [|AHOY9999|]
  callback(null, 'ok');
};

//// reports: a typing mistake in the id
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line [|AHOY003|] -- the bundler makes this async
  const body = {|AHOY0003:await|} event.Body;
  callback(null, body);
};

//// reports: one of two ids
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line AHOY0003, [|AHOY0001|]
  const body = await event.Body;
  callback(null, body);
};

//// reports: everything, but there is nothing
exports.handler = (context, event, callback) => {
  [|// ahoy-disable-next-line|]
  callback(null, event.Body);
};

//// reports: one line too early
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line [|AHOY0003|]

  const body = {|AHOY0003:await|} event.Body;
  callback(null, body);
};

//// reports: one line too late
exports.handler = (context, event, callback) => {
  const body = {|AHOY0003:await|} event.Body;
  // ahoy-disable-next-line [|AHOY0003|]
  callback(null, body);
};

//// reports: a region that starts after the problem
exports.handler = (context, event, callback) => {
  const body = {|AHOY0003:await|} event.Body;
  /* ahoy-disable [|AHOY0003|] -- everything below is generated */
  callback(null, body);
};

//// reports: a region within a region
/* ahoy-disable [|AHOY0001|] */
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line [|AHOY0001|]
  callback(null, event.Body);
};

//// reports: a comment left in a library
//// file: functions/tools.private.js
// ahoy-disable-next-line [|AHOY0002|] -- rewritten since
const axios = require('axios');

module.exports = { axios };

//// reports: the comment of another tool's style
exports.handler = (context, event, callback) => {
  /* ahoy-disable-next-line [|AHOY0003|] */
  callback(null, event.Body);
};

//// silent: a next-line comment that is needed
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line AHOY0003 -- the bundler makes this function async
  const body = await event.Body;
  callback(null, body);
};

//// silent: a line comment that is needed
exports.handler = (context, event, callback) => {
  const body = await event.Body; // ahoy-disable-line AHOY0003
  callback(null, body);
};

//// silent: a region that is needed
/* ahoy-disable AHOY0003 -- generated */
exports.handler = (context, event, callback) => {
  const body = await event.Body;
  const from = await event.From;
  callback(null, { body, from });
};

//// silent: a region with its end
exports.handler = (context, event, callback) => {
  /* ahoy-disable AHOY0003 */
  const body = await event.Body;
  /* ahoy-enable AHOY0003 */
  callback(null, body);
};

//// silent: two ids that are both needed
// ahoy-disable-next-line AHOY0002, AHOY0001 -- converted by the bundler
import { a b } from 'letters';

exports.handler = (context, event, callback) => {
  callback(null, a);
};

//// silent: all rules for one line
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line
  const body = await event.Body;
  callback(null, body);
};

//// silent: the id in small letters
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line ahoy0003
  const body = await event.Body;
  callback(null, body);
};

//// silent: a block comment for the next line
exports.handler = (context, event, callback) => {
  /* ahoy-disable-next-line AHOY0003 */
  const body = await event.Body;
  callback(null, body);
};

//// silent: no suppression at all
exports.handler = (context, event, callback) => {
  callback(null, event.Body);
};

//// silent: a comment that only speaks of it
exports.handler = (context, event, callback) => {
  // Write ahoy-disable-next-line AHOY0003 above a line to silence it.
  callback(null, event.Body);
};

//// silent: another tool's comment
exports.handler = (context, event, callback) => {
  // eslint-disable-next-line no-console
  console.log(event.Body);
  callback();
};

//// silent: the words in a string
exports.handler = (context, event, callback) => {
  callback(null, '// ahoy-disable-next-line AHOY0003');
};

//// silent: a region for the rest of the file with a problem at its end
/* ahoy-disable AHOY0003 */
exports.handler = (context, event, callback) => {
  callback(null, load(event));
};

function load(event) {
  return await fetch(event.url);
}

//// silent: a file that is not analysed
//// file: assets/app.js
// ahoy-disable-next-line AHOY0003
start();

//// silent: it may be suppressed itself
exports.handler = (context, event, callback) => {
  callback(null, event.Body); // ahoy-disable-line AHOY0003, AHOY0009 -- comes back with the next release
};

//// silent: windows line ends are lines too
/* ahoy-disable-next-line AHOY0003 -- of the bundler */
const body = await fetch('https://example.com');
exports.handler = (context, event, callback) => callback(null, body);

//// silent: a reason without its mark
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line AHOY3002 the gateway keeps the case of this one
  callback(null, event.request.headers['X-Trace']);
};

//// silent: a reason behind a colon
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line AHOY3001, AHOY3002: both are set by our proxy, see ticket 12
  callback(null, [event.request.headers['X-Trace'], event.request.headers.host]);
};

//// reports: an id with a typing mistake, before a reason
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line AHOY2001, [|AHO3002|] because the proxy sets it
  fetch(event.url + event.request.headers['X-Trace']);
  callback(null);
};
