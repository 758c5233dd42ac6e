// What a Function is given, for the linters that read types: their best case. People seldom write these.
import twilio from 'twilio';

type Client = twilio.Twilio;

declare global {
  type Answer = (error?: unknown, value?: unknown) => void;
  type Handler = (context: Record<string, any> & { getTwilioClient(): Client }, event: Record<string, any>, callback: Answer) => unknown;

  const Twilio: typeof twilio & { Response: new (options?: object) => any };
  const Runtime: {
    getAssets(): Record<string, { path: string; open(): string }>;
    getFunctions(): Record<string, { path: string }>;
    getSync(options?: object): ReturnType<Client['sync']['v1']['services']>;
  };
}
