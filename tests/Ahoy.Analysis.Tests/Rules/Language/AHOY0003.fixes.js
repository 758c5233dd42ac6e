//// fix: an arrow function
//// adds: AHOY1006
exports.handler = (context, event, callback) => {
  const message = [|await|] context.getTwilioClient().messages.create({ to: event.To });
  callback(null, message.sid);
};

//// gives
//// run: {} => { "value": "SM1" }
exports.handler = async (context, event, callback) => {
  const message = await context.getTwilioClient().messages.create({ to: event.To });
  callback(null, message.sid);
};

//// fix: a function expression
//// adds: AHOY1006
exports.handler = function (context, event, callback) {
  const response = [|await|] fetch('https://example.com/status');
  callback(null, response.status);
};

//// gives
exports.handler = async function (context, event, callback) {
  const response = await fetch('https://example.com/status');
  callback(null, response.status);
};

//// fix: a method
//// adds: AHOY1006
module.exports = {
  handler(context, event, callback) {
    const response = [|await|] fetch('https://example.com/status');
    callback(null, response.status);
  },
};

//// gives
module.exports = {
  async handler(context, event, callback) {
    const response = await fetch('https://example.com/status');
    callback(null, response.status);
  },
};

//// fix: a link of a chain
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then((response) => {
      const text = [|await|] response.text();
      callback(null, text);
    })
    .catch(callback);
};

//// gives
exports.handler = (context, event, callback) => {
  fetch(event.url)
    .then(async (response) => {
      const text = await response.text();
      callback(null, text);
    })
    .catch(callback);
};

//// none: a helper whose callers expect no promise
function loadRates(base) {
  const { data } = [|await|] fetch(`https://example.com/rates/${base}`);
  return data.rates;
}

exports.handler = (context, event, callback) => {
  callback(null, loadRates(event.base));
};

//// none: another mistake in the file
exports.handler = (context, event, callback) => {
  const message = [|await|] context.getTwilioClient().messages.create({ to: event.To });
  callback(null, message.sid;
};
