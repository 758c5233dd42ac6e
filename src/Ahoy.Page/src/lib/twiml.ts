// TwiML as what it does: a line a verb. Pure: the XML is read by the browser and handed over as a tree.

export interface Node {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

export interface Line {
  depth: number;
  text: string;
}

export function describe(root: Node): Line[] {
  return root.children.length === 0 ? [{ depth: 0, text: 'Does nothing: the Response is empty.' }] : root.children.flatMap((child) => lines(child, 0));
}

function lines(node: Node, depth: number): Line[] {
  const { attributes: a, children } = node;
  const own = (text: string): Line[] => [{ depth, text }];
  const inner = () => children.flatMap((child) => lines(child, depth + 1));
  switch (node.name) {
    case 'Say':
      return own(`says “${short(node.text)}”${a.loop ? `, ${a.loop === '0' ? 'without end' : `${a.loop} times`}` : ''}`);
    case 'Play':
      return own(a.digits ? `plays the keys ${a.digits}` : `plays ${node.text}`);
    case 'Pause':
      return own(`is silent for ${a.length ?? '1'} s`);
    case 'Gather': {
      const what = { speech: 'words', 'dtmf speech': 'digits or words', 'speech dtmf': 'digits or words' }[a.input ?? ''] ?? 'digits';
      const amount = a.numDigits ? `${a.numDigits} ${a.numDigits === '1' ? 'digit' : 'digits'}` : what;
      return [...own(`waits for ${amount}, ${a.timeout ?? '5'} s, then ${a.action ?? 'the same document again'}${children.length > 0 ? '; meanwhile:' : ''}`), ...inner()];
    }

    case 'Dial':
      return [...own(`calls ${node.text || (children.length > 0 ? 'these' : 'nobody')}${a.timeout ? `, ${a.timeout} s` : ''}${a.action ? `, then ${a.action}` : ''}`), ...inner()];
    case 'Number':
    case 'Client':
    case 'Sip':
      return own(`${node.name === 'Number' ? '' : `${node.name} `}${short(node.text)}`);
    case 'Conference':
      return own(`puts the caller into the conference ${short(node.text)}`);
    case 'Queue':
      return own(`connects with the first of the queue ${short(node.text)}`);
    case 'Enqueue':
      return own(`puts the caller into the queue ${short(node.text)}`);
    case 'Redirect':
      return own(`goes on with ${node.text || 'the same document'}`);
    case 'Record':
      return own(`records, ${a.maxLength ?? '3600'} s at most${a.action ? `, then ${a.action}` : ''}`);
    case 'Hangup':
      return own('hangs up');
    case 'Reject':
      return own(`rejects the call${a.reason === 'busy' ? ', as busy' : ''}`);
    case 'Leave':
      return own('leaves the queue');
    case 'Message':
    case 'Sms': {
      const body = children.filter((child) => child.name === 'Body').map((child) => child.text).join('') || node.text;
      const media = children.filter((child) => child.name === 'Media').length;
      return own(`sends “${short(body)}”${a.to ? ` to ${a.to}` : ''}${media > 0 ? ` with ${media} ${media === 1 ? 'file' : 'files'}` : ''}`);
    }

    default:
      return [...own(`${node.name}${node.text.trim() ? ` ${short(node.text)}` : ''}`), ...inner()];
  }
}

function short(text: string): string {
  const one = text.replace(/\s+/g, ' ').trim();
  return one.length > 300 ? `${one.slice(0, 300)}…` : one;
}

// XML with a line an element.
export function pretty(node: Node, depth = 0): string {
  const space = '  '.repeat(depth);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value).replaceAll('"', '&quot;')}"`).join('');
  if (node.children.length === 0) {
    return node.text === '' ? `${space}<${node.name}${attributes}/>` : `${space}<${node.name}${attributes}>${escape(node.text)}</${node.name}>`;
  }

  const text = node.text.trim() === '' ? '' : `${space}  ${escape(node.text.trim())}\n`;
  return `${space}<${node.name}${attributes}>\n${text}${node.children.map((child) => pretty(child, depth + 1)).join('\n')}\n${space}</${node.name}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
