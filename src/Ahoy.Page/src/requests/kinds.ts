// What a Function is probably for, by its name: as the host's own table at the start guesses.

const messages = ['sms', 'message', 'text', 'whatsapp'];
const calls = ['voice', 'call', 'incoming', 'ivr'];

export function looksLike(path: string): 'message' | 'call' | 'request' {
  const name = path.toLowerCase();
  return messages.some((word) => name.includes(word)) ? 'message' : calls.some((word) => name.includes(word)) ? 'call' : 'request';
}
