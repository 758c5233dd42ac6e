// A text message to the service's number: 1 to 5, and a word about it.
import type { Stars } from './lib/stars.private';

const { readStars } = require(Runtime.getFunctions()['lib/stars'].path) as { readStars: (text: string) => Stars | null };

export const handler: Ahoy.Handler<{ Body?: string }> = (context, event, callback) => {
  const answer = new Twilio.twiml.MessagingResponse();
  const stars = readStars(event.Body ?? '');
  answer.message(stars === null ? 'How many stars, from 1 to 5?' : `${'*'.repeat(stars)} ${context.THANKS}`);
  callback(null, answer);
};
