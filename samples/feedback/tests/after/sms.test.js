const assert = require('node:assert/strict');
const { describe, test } = require('node:test');
const { handler } = require('../../ahoy-testing');

describe('/sms', () => {
  const sms = handler('/sms');

  test('counts the stars', async () => {
    const { body } = await sms({ Body: '3, it was fine' });
    assert.match(body, /<Message>\*\*\* Thank you!<\/Message>/);
  });

  test('asks for stars', async () => {
    const { body } = await sms({ Body: 'Hello' });
    assert.match(body, /<Message>How many stars, from 1 to 5\?<\/Message>/);
  });
});
