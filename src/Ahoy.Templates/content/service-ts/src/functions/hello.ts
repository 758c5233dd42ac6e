// GET or POST /hello?name=…

/// <reference types="@twilio-labs/serverless-runtime-types" />
import type { Context, ServerlessCallback, ServerlessEventObject, ServerlessFunctionSignature } from '@twilio-labs/serverless-runtime-types/types';

type Variables = { GREETING?: string };
type Event = ServerlessEventObject<{ name?: string }>;

export const handler: ServerlessFunctionSignature<Variables, Event> = function (
  context: Context<Variables>,
  event: Event,
  callback: ServerlessCallback,
) {
  return callback(null, { message: `${context.GREETING || 'Hello'}, ${event.name || 'world'}!` });
};
