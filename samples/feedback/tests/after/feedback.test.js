const assert = require('node:assert/strict');
const { describe, test } = require('node:test');
const { handler } = require('../../ahoy-testing');

describe('/feedback', () => {
  const feedback = handler('/feedback');

  test('thanks for stars', async () => {
    const answer = await feedback({ stars: '4' });
    assert.deepEqual(answer.json, { stars: 4, message: 'Thank you!' });
  });

  for (const stars of ['0', '6', 'many', undefined]) {
    test(`refuses ${stars}`, async () => {
      const answer = await feedback({ stars });
      assert.equal(answer.statusCode, 400);
      assert.match(answer.headers['content-type'], /^application\/json/);
      assert.deepEqual(answer.json, { error: 'stars: a number from 1 to 5' });
    });
  }
});
