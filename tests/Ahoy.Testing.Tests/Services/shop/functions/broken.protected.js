exports.handler = (context, event, callback) => {
  console.log('about to fail');
  throw new Error('the oven is cold');
};
