// Writes verbs.txt, what TwiML has, from the types of npm's twilio:  node generate.mjs FOLDER-OF-THE-PACKAGE [OUT]
// Types say which attributes an element has and what stands in it; the name of an element stands in the code beside them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, out] = process.argv.slice(2);
const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
const lines = [`# TwiML, as the types of npm twilio ${version} have it. Made by generate.mjs; a line is: kind element attributes > children`];

for (const [kind, file] of [['voice', 'VoiceResponse'], ['message', 'MessagingResponse']]) {
  const types = readFileSync(join(folder, 'lib/twiml', `${file}.d.ts`), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const code = readFileSync(join(folder, 'lib/twiml', `${file}.js`), 'utf8');

  const attributes = new Map();
  for (const [, name, body] of types.matchAll(/interface (\w+)Attributes \{([\s\S]*?)\n    \}/g)) {
    attributes.set(name, [...body.matchAll(/^\s*"?([\w:-]+)"?\??:/gm)].map((m) => m[1]).sort());
  }

  // new VoiceResponse.SsmlBreak(this.say.ele("break", …)) in the class Say: <break> may stand in <Say>.
  const elements = new Map([['Response', { tag: 'Response', children: new Set() }]]);
  let parent = 'Response';
  for (const line of code.split('\n')) {
    const started = line.match(/^\s*class (\w+) extends/) ?? line.match(new RegExp(`^\\s*${file}\\.(\\w+) = class`)) ?? line.match(/^\s*(\w+) = class/);
    if (started) {
      parent = started[1] === file ? 'Response' : started[1];
    }

    const made = line.match(/new \w+\.(\w+)\(this\.\w+\.ele\("([\w-]+)"/);
    if (made) {
      const [, type, tag] = made;
      elements.set(type, elements.get(type) ?? { tag, children: new Set() });
      elements.set(parent, elements.get(parent) ?? { tag: parent, children: new Set() });
      elements.get(parent).children.add(tag);
    }
  }

  // Two types may be the same element in different places (Sip in Dial and in Refer): what either has, it has.
  const byTag = new Map();
  for (const [type, { tag, children }] of elements) {
    const merged = byTag.get(tag) ?? { attributes: new Set(), children: new Set() };
    (attributes.get(type) ?? []).forEach((a) => merged.attributes.add(a));
    children.forEach((c) => merged.children.add(c));
    byTag.set(tag, merged);
  }

  for (const [tag, { attributes: has, children }] of [...byTag].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`${kind} ${tag} ${[...has].sort().join(',') || '-'} > ${[...children].sort().join(',') || '-'}`);
  }
}

writeFileSync(out ?? new URL('verbs.txt', import.meta.url), lines.join('\n') + '\n');
