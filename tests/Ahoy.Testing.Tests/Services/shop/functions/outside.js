exports.handler = (context, event, callback) =>
  fetch('https://ahoy.example/').then(() => callback(null, 'reached'), (error) => callback(null, String(error.cause ?? error)));
