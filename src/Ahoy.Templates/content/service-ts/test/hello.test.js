const assert = require('node:assert/strict');
const { test } = require('node:test');
const { handler } = require('../dist/functions/hello');

test('greets by name', (_, done) => {
  handler({}, { name: 'Ada' }, (error, text) => {
    assert.equal(text, 'Ahoy, Ada!');
    done(error);
  });
});
