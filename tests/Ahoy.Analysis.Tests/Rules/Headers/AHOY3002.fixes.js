//// fix: a property
//// run: {} => { "value": "none" }
exports.handler = (context, event, callback) => {
  const headers = { ...event.request?.headers, authorization: 'Basic abc' };
  const token = event.request?.headers.[|Authorization|];
  callback(null, token || (event.request ? headers.authorization : 'none'));
};

//// gives
//// run: { "request": { "headers": { "authorization": "Basic def" } } } => { "value": "Basic def" }
exports.handler = (context, event, callback) => {
  const headers = { ...event.request?.headers, authorization: 'Basic abc' };
  const token = event.request?.headers.authorization;
  callback(null, token || (event.request ? headers.authorization : 'none'));
};

//// fix: a string in double quotes
//// run: { "request": { "headers": { "user-agent": "curl" } } } => { "value": null }
exports.handler = function (context, event, callback) {
  const agent = event.request.headers[[|"User-Agent"|]]
  callback(null, agent)
}

//// gives
//// run: { "request": { "headers": { "user-agent": "curl" } } } => { "value": "curl" }
exports.handler = function (context, event, callback) {
  const agent = event.request.headers["user-agent"]
  callback(null, agent)
}

//// fix: a template
exports.handler = (context, event, callback) => {
  const { headers } = event.request;
  callback(null, headers[[|`X-Shop-Id`|]]);
};

//// gives
//// run: { "request": { "headers": { "x-shop-id": "7" } } } => { "value": "7" }
exports.handler = (context, event, callback) => {
  const { headers } = event.request;
  callback(null, headers[`x-shop-id`]);
};

//// fix: taken apart under its own name
exports.handler = (context, event, callback) => {
  const { [|Authorization|], cookie } = event.request.headers;
  callback(null, [Authorization, cookie]);
};

//// gives
//// run: { "request": { "headers": { "authorization": "a", "cookie": "b" } } } => { "value": ["a", "b"] }
exports.handler = (context, event, callback) => {
  const { authorization: Authorization, cookie } = event.request.headers;
  callback(null, [Authorization, cookie]);
};

//// fix: taken apart with a default value
exports.handler = (context, event, callback) => {
  const { [|Accept|] = '*/*' } = event.request.headers;
  callback(null, Accept);
};

//// gives
//// run: { "request": { "headers": { "accept": "text/html" } } } => { "value": "text/html" }
//// run: { "request": { "headers": {} } } => { "value": "*/*" }
exports.handler = (context, event, callback) => {
  const { accept: Accept = '*/*' } = event.request.headers;
  callback(null, Accept);
};

//// fix: taken apart under another name
exports.handler = (context, { request: { headers: { [|'X-Shop-Id'|]: shop } } }, callback) => {
  callback(null, shop);
};

//// gives
//// run: { "request": { "headers": { "x-shop-id": "7" } } } => { "value": "7" }
exports.handler = (context, { request: { headers: { 'x-shop-id': shop } } }, callback) => {
  callback(null, shop);
};

//// fix: a name in a constant, which may be used for other things too
const SHOP_HEADER = 'X-Shop-Id';

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader(SHOP_HEADER, 'seen');
  callback(null, event.request.headers[[|SHOP_HEADER|]]);
};

//// gives
//// run: { "request": { "headers": { "x-shop-id": "7" } } } => { "value": "7" }
const SHOP_HEADER = 'X-Shop-Id';

exports.handler = (context, event, callback) => {
  const response = new Twilio.Response();
  response.appendHeader(SHOP_HEADER, 'seen');
  callback(null, event.request.headers[SHOP_HEADER.toLowerCase()]);
};

//// fix: a test
exports.handler = (context, event, callback) => {
  callback(null, [|'X-Shop-Id'|] in event.request.headers);
};

//// gives
//// run: { "request": { "headers": { "x-shop-id": "7" } } } => { "value": true }
exports.handler = (context, event, callback) => {
  callback(null, 'x-shop-id' in event.request.headers);
};

//// none: an escape, in which the case of letters has a meaning
exports.handler = (context, event, callback) => {
  callback(null, event.request.headers[[|'X-\u0041B'|]]);
};
