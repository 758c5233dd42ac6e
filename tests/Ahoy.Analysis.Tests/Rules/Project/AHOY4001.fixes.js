//// fix: a line behind the others
//// variables: ACCOUNT_SID
//// key: AHOY4001
exports.handler = (context, event, callback) => {
  callback(null, context.[|SENDER|]);
};

//// gives
//// writes: .env "ACCOUNT_SID=AC1\n" => "ACCOUNT_SID=AC1\nSENDER=\n"
exports.handler = (context, event, callback) => {
  callback(null, context.SENDER);
};

//// fix: the last line has no end
//// variables: ACCOUNT_SID
//// key: AHOY4001
exports.handler = (context, event, callback) => {
  callback(null, context.[|SENDER|]);
};

//// gives
//// writes: .env "ACCOUNT_SID=AC1" => "ACCOUNT_SID=AC1\nSENDER=\n"
exports.handler = (context, event, callback) => {
  callback(null, context.SENDER);
};

//// fix: Windows line ends
//// variables: ACCOUNT_SID
//// key: AHOY4001
exports.handler = (context, event, callback) => {
  callback(null, context.[|SENDER|]);
};

//// gives
//// writes: .env "ACCOUNT_SID=AC1\r\n" => "ACCOUNT_SID=AC1\r\nSENDER=\r\n"
exports.handler = (context, event, callback) => {
  callback(null, context.SENDER);
};

//// fix: an empty file
//// variables: OTHER
//// key: AHOY4001
exports.handler = (context, event, callback) => {
  const { [|TWIML_URL|] } = context;
  callback(null, TWIML_URL);
};

//// gives
//// writes: .env "" => "TWIML_URL=\n"
exports.handler = (context, event, callback) => {
  const { TWIML_URL } = context;
  callback(null, TWIML_URL);
};

//// fix: in an argument
//// variables: OTHER
//// key: AHOY4001
exports.handler = (context, event, callback) => {
  callback(null, { from: context.[|FROM_NUMBER|] });
};

//// gives
//// writes: .env "# numbers\nOTHER=1\n" => "# numbers\nOTHER=1\nFROM_NUMBER=\n"
exports.handler = (context, event, callback) => {
  callback(null, { from: context.FROM_NUMBER });
};

//// none: no name that a variable can have
//// variables: OTHER
//// key: AHOY4001
exports.handler = (context, event, callback) => {
  callback(null, context[[|'my-sender'|]]);
};
