const assert = require('node:assert/strict');
const { test } = require('node:test');
const { handler } = require('../ahoy-testing');

test('greets whom it is told', async () => {
  const answer = await handler('/hello')({ name: 'Ada' });
  assert.equal(answer.statusCode, 200);
  assert.match(answer.body, /Ada/);
});
