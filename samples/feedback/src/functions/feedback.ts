// What the page sends.
import type { Stars } from './lib/stars.private';

const { readStars } = require(Runtime.getFunctions()['lib/stars'].path) as { readStars: (text: string) => Stars | null };

export const handler: Ahoy.Handler<{ stars?: string }> = (context, event, callback) => {
  const stars = readStars(event.stars ?? '');
  if (stars === null) {
    const refusal = new Response();
    refusal.setStatusCode(400).appendHeader('Content-Type', 'application/json').setBody({ error: 'stars: a number from 1 to 5' });
    return callback(null, refusal);
  }

  callback(null, { stars, message: context.THANKS });
};
