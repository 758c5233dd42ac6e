// GET or POST /hello?name=…

exports.handler = function (context, event, callback) {
  return callback(null, { message: `${context.GREETING || 'Hello'}, ${event.name || 'world'}!` });
};
