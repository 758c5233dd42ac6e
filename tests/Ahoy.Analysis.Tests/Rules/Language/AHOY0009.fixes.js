//// fix: a comment on a line of its own
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line [|AHOY1004|] -- called once only
  callback(null, event.text);
};

//// gives
//// run: { "text": "this" } => { "value": "this" }
exports.handler = (context, event, callback) => {
  callback(null, event.text);
};

//// fix: a comment behind code
exports.handler = (context, event, callback) => {
  callback(null, event.text); /* ahoy-disable-line [|AHOY1004|] */
};

//// gives
exports.handler = (context, event, callback) => {
  callback(null, event.text);
};

//// fix: the last of several rules
// ahoy-disable-next-line AHOY0002, [|AHOY1004|] -- bundled before it is deployed
export const handler = (context, event, callback) => callback(null, event.text);

//// gives
// ahoy-disable-next-line AHOY0002 -- bundled before it is deployed
export const handler = (context, event, callback) => callback(null, event.text);

//// fix: the first of several rules
// ahoy-disable-next-line [|AHOY1004|], AHOY0002
export const handler = (context, event, callback) => callback(null, event.text);

//// gives
// ahoy-disable-next-line AHOY0002
export const handler = (context, event, callback) => callback(null, event.text);

//// fix: a region, with its end
/* ahoy-disable [|AHOY1004|] -- under review */

exports.handler = (context, event, callback) => {
  callback(null, event.text);
};

/* ahoy-enable AHOY1004 */

exports.version = 1;

//// gives
exports.handler = (context, event, callback) => {
  callback(null, event.text);
};

exports.version = 1;

//// fix: a comment for all rules
exports.handler = (context, event, callback) => {
  [|// ahoy-disable-next-line|]
  callback(null, event.text);
};

//// gives
exports.handler = (context, event, callback) => {
  callback(null, event.text);
};

//// fix: the last of several, with a reason that has no mark
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line AHOY3002, [|AHOY3001|] because the proxy sets it
  callback(null, event.request.headers['X-Trace']);
};

//// gives
exports.handler = (context, event, callback) => {
  // ahoy-disable-next-line AHOY3002 because the proxy sets it
  callback(null, event.request.headers['X-Trace']);
};

//// fix: in the middle of a line
exports.handler = (context, event, callback) => {
  return /* ahoy-disable-line [|AHOY3002|] */ callback(null, event.text);
};

//// gives
exports.handler = (context, event, callback) => {
  return callback(null, event.text);
};
