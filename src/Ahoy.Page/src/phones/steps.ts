// A step of a call, as a person would tell it, and as the TwiML behind it: pure.

import type { Call, Step } from '../store/types';

export function tell(step: Step): string {
  const a = step.attributes ?? {};
  if (step.alert !== undefined) {
    return step.text ?? '';
  }

  switch (step.verb) {
    case 'Say':
      return step.text ?? '';
    case 'Digits':
      return `pressed ${step.digits ?? ''}`;
    case 'Speech':
    case 'Recording':
      return step.text ?? '';
    case 'Hangup':
      return step.by === 'twilio' ? 'hangs up' : 'hung up';
    case 'Answer':
      return 'answered';
    case 'Reject':
      return step.by === 'twilio' ? 'rejects the call' : 'rejected the call';
    case 'Gather':
      return `listens for ${a.input === 'speech' ? 'words' : a.input?.includes('speech') ? 'digits or words' : 'digits'}${a.action ? `, then ${a.action}` : ''}`;
    case 'Play':
      return step.digits ? `plays the keys ${step.digits}` : `plays ${step.url ?? ''}`;
    case 'Pause':
      return `is silent for ${a.length ?? '1'} s`;
    case 'Redirect':
      return `goes on with ${step.url ?? 'the same document'}`;
    case 'Dial':
      return `calls ${step.text ?? ''}`.trim();
    default:
      return [step.verb, step.text, step.url].filter((part) => part !== undefined && part !== '').join(' ');
  }
}

// Whether the person whose telephone this is did it: not Twilio, and not who is connected.
export function isOwn(step: Step, call: Call): boolean {
  return step.by === (call.direction === 'inbound' ? 'caller' : 'callee');
}

export function isSaid(step: Step): boolean {
  return ['Say', 'Speech', 'Recording'].includes(step.verb);
}

// The verb as TwiML has it; null for what people do.
export function xml(step: Step): string | null {
  if (step.by !== 'twilio' || step.alert !== undefined) {
    return null;
  }

  const attributes = Object.entries(step.attributes ?? {})
    .filter(([name]) => name !== 'notSimulated')
    .map(([name, value]) => ` ${name}="${escape(value).replaceAll('"', '&quot;')}"`)
    .join('');
  const content = step.text ?? step.url ?? '';
  return content === '' ? `<${step.verb}${attributes}/>` : `<${step.verb}${attributes}>${escape(content)}</${step.verb}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
