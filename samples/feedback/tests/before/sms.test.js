const assert = require('node:assert/strict');
const { after, before, describe, test } = require('node:test');
const platform = require('./platform');

describe('/sms', () => {
  const context = { THANKS: 'Thank you!' };
  let handler;

  before(() => {
    platform.setUp();
    handler = platform.load('sms.protected');
  });

  after(() => platform.tearDown());

  test('counts the stars', (_, done) => {
    const callback = (error, result) => {
      try {
        assert.equal(error, null);
        assert.match(result.toString(), /<Message>\*\*\* Thank you!<\/Message>/);
        done();
      } catch (failure) {
        done(failure);
      }
    };

    handler(context, { Body: '3, it was fine', request: { headers: {}, cookies: {} } }, callback);
  });

  test('asks for stars', (_, done) => {
    const callback = (error, result) => {
      try {
        assert.equal(error, null);
        assert.match(result.toString(), /<Message>How many stars, from 1 to 5\?<\/Message>/);
        done();
      } catch (failure) {
        done(failure);
      }
    };

    handler(context, { Body: 'Hello', request: { headers: {}, cookies: {} } }, callback);
  });
});
