//// fix: a property
//// key: AHOY4008
exports.handler = (context, event, callback) => {
  callback(null, `${event.From}: ${event.[|body|]}`);
};

//// gives
//// run: { "From": "me", "Body": "hi" } => { "value": "me: hi" }
exports.handler = (context, event, callback) => {
  callback(null, `${event.From}: ${event.Body}`);
};

//// fix: taken out under its own name
//// key: AHOY4008
exports.handler = (context, event, callback) => {
  const { [|callSid|], CallStatus } = event;
  callback(null, `${callSid}: ${CallStatus}`);
};

//// gives
//// run: { "CallSid": "CA1", "CallStatus": "busy" } => { "value": "CA1: busy" }
exports.handler = (context, event, callback) => {
  const { CallSid: callSid, CallStatus } = event;
  callback(null, `${callSid}: ${CallStatus}`);
};

//// fix: in brackets
//// key: AHOY4008
exports.handler = (context, event, callback) => {
  callback(null, event.CallSid + event[[|"digits"|]]);
};

//// gives
exports.handler = (context, event, callback) => {
  callback(null, event.CallSid + event["Digits"]);
};

//// fix: a template's text
//// key: AHOY4008
exports.handler = (context, event, callback) => {
  callback(null, event.CallSid + event[[|`speechresult`|]]);
};

//// gives
//// run: { "CallSid": "CA1 ", "SpeechResult": "yes" } => { "value": "CA1 yes" }
exports.handler = (context, event, callback) => {
  callback(null, event.CallSid + event['SpeechResult']);
};

//// fix: taken out under another name
//// key: AHOY4008
exports.handler = (context, { [|from|]: sender, Body }, callback) => {
  callback(null, `${sender}: ${Body}`);
};

//// gives
//// run: { "From": "+1", "Body": "hi" } => { "value": "+1: hi" }
exports.handler = (context, { From: sender, Body }, callback) => {
  callback(null, `${sender}: ${Body}`);
};

//// fix: with a default
//// key: AHOY4008
exports.handler = (context, event, callback) => {
  const city = event.[|fromCity|] || 'somewhere';
  callback(null, `${event.From} in ${city}`);
};

//// gives
//// run: { "From": "+1", "FromCity": "PARIS" } => { "value": "+1 in PARIS" }
//// run: { "From": "+1" } => { "value": "+1 in somewhere" }
exports.handler = (context, event, callback) => {
  const city = event.FromCity || 'somewhere';
  callback(null, `${event.From} in ${city}`);
};
