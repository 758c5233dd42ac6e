const assert = require('node:assert/strict');
const { after, before, describe, test } = require('node:test');
const platform = require('./platform');

describe('/feedback', () => {
  const context = { THANKS: 'Thank you!' };
  let handler;

  before(() => {
    platform.setUp();
    handler = platform.load('feedback');
  });

  after(() => platform.tearDown());

  test('thanks for stars', (_, done) => {
    const callback = (error, result) => {
      try {
        assert.equal(error, null);
        assert.deepEqual(result, { stars: 4, message: 'Thank you!' });
        done();
      } catch (failure) {
        done(failure);
      }
    };

    handler(context, { stars: '4', request: { headers: {}, cookies: {} } }, callback);
  });

  for (const stars of ['0', '6', 'many', undefined]) {
    test(`refuses ${stars}`, (_, done) => {
      const callback = (error, result) => {
        try {
          assert.equal(error, null);
          assert.equal(result.statusCode, 400);
          assert.equal(result.headers['Content-Type'], 'application/json');
          assert.deepEqual(result.body, { error: 'stars: a number from 1 to 5' });
          done();
        } catch (failure) {
          done(failure);
        }
      };

      handler(context, { stars, request: { headers: {}, cookies: {} } }, callback);
    });
  }
});
