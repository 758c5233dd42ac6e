exports.handler = function (context, event, callback) {
  return callback(null, { hello: event.name || 'world' });
};
