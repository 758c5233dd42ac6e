// GET or POST /hello?name=…

import '@twilio-labs/serverless-runtime-types';
import { Context, ServerlessCallback, ServerlessFunctionSignature } from '@twilio-labs/serverless-runtime-types/types';

interface Variables {
  GREETING?: string;
}

interface Event {
  name?: string;
}

export const handler: ServerlessFunctionSignature<Variables, Event> = function (
  context: Context<Variables>,
  event: Event,
  callback: ServerlessCallback,
) {
  return callback(null, { message: `${context.GREETING || 'Hello'}, ${event.name || 'world'}!` });
};
