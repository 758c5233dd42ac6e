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
