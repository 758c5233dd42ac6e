// The webhook of a number's incoming messages. Protected: only Twilio's signed requests reach it.

/// <reference types="@twilio-labs/serverless-runtime-types" />
import type { Context, ServerlessCallback, ServerlessEventObject, ServerlessFunctionSignature } from '@twilio-labs/serverless-runtime-types/types';

type Message = ServerlessEventObject<{ Body?: string }>;

export const handler: ServerlessFunctionSignature<{}, Message> = function (
  context: Context,
  event: Message,
  callback: ServerlessCallback,
) {
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(`You wrote: ${event.Body || 'nothing'}`);
  return callback(null, twiml);
};
