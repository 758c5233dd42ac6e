// Writes verbs.txt, what TwiML has, from the types of npm's twilio:  node generate.mjs FOLDER-OF-THE-PACKAGE [OUT]
// Types say which attributes an element has, which values these take, and what stands in it; the name of an element stands in the code beside them, and
// so does the method of the builder that makes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, out] = process.argv.slice(2);
const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
const lines = [`# TwiML, as the types of npm twilio ${version} have it. Made by generate.mjs; a line is: kind element attributes > children methods values`];

// Lists that grow with every voice, language, model and region that Twilio adds: a value that is missing here may be there tomorrow.
const open = /Language|Voice|XmlLang|RingTone|Region|Model/;

const pairs = (map) => [...map].filter(([, value]) => value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join(',') || '-';

for (const [kind, file] of [['voice', 'VoiceResponse'], ['message', 'MessagingResponse']]) {
  const types = readFileSync(join(folder, 'lib/twiml', `${file}.d.ts`), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const code = readFileSync(join(folder, 'lib/twiml', `${file}.js`), 'utf8');

  const lists = new Map();
  for (const [, name, list] of types.matchAll(/^    type (\w+) = ([^;]*);/gm)) {
    if (!open.test(name)) {
      lists.set(name, [...list.matchAll(/"([^"]*)"/g)].map((m) => m[1]).join('/'));
    }
  }

  const valueOf = (type) => (type === 'boolean' ? 'true/false' : type === 'number' ? '#' : lists.has(type) ? lists.get(type) : type.endsWith('[]') && lists.has(type.slice(0, -2)) ? `*${lists.get(type.slice(0, -2))}` : undefined);
  const values = new Map();
  const attributes = new Map();
  for (const [, name, body] of types.matchAll(/interface (\w+)Attributes \{([\s\S]*?)\n    \}/g)) {
    attributes.set(name, [...body.matchAll(/^\s*"?([\w:-]+)"?\??:/gm)].map((m) => m[1]).sort());
    values.set(name, new Map([...body.matchAll(/^\s*"?([\w:-]+)"?\??:\s*([^;]+);/gm)].map((m) => [m[1], valueOf(m[2])]).filter(([, v]) => v)));
  }

  // new VoiceResponse.SsmlBreak(this.say.ele("break", …)) in the class Say: <break> may stand in <Say>.
  const elements = new Map([['Response', { tag: 'Response', children: new Set(), methods: new Map() }]]);
  let parent = 'Response';
  let method = '';
  for (const line of code.split('\n')) {
    const started = line.match(/^\s*class (\w+) extends/) ?? line.match(new RegExp(`^\\s*${file}\\.(\\w+) = class`)) ?? line.match(/^\s*(\w+) = class/);
    if (started) {
      parent = started[1] === file ? 'Response' : started[1];
    }

    method = line.match(/^    (\w+)\(.*\) \{$/)?.[1] ?? line.match(/^        (\w+)\(.*\) \{$/)?.[1] ?? method;
    const made = line.match(/new \w+\.(\w+)\(this\.\w+\.ele\("([\w-]+)"/);
    if (made) {
      const [, type, tag] = made;
      elements.set(type, elements.get(type) ?? { tag, children: new Set(), methods: new Map() });
      elements.set(parent, elements.get(parent) ?? { tag: parent, children: new Set(), methods: new Map() });
      elements.get(parent).children.add(tag);
      elements.get(parent).methods.set(method, tag);
    }
  }

  // Two types may be the same element in different places (Sip in Dial and in Refer): what either has, it has.
  const byTag = new Map();
  for (const [type, { tag, children, methods }] of elements) {
    const merged = byTag.get(tag) ?? { attributes: new Set(), children: new Set(), methods: new Map(), values: new Map() };
    (attributes.get(type) ?? []).forEach((a) => merged.attributes.add(a));
    children.forEach((c) => merged.children.add(c));
    methods.forEach((made, name) => merged.methods.set(name, made));
    (values.get(type) ?? []).forEach((value, name) => merged.values.set(name, merged.values.has(name) && merged.values.get(name) !== value ? '' : value));
    byTag.set(tag, merged);
  }

  for (const [tag, { attributes: has, children, methods, values: takes }] of [...byTag].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`${kind} ${tag} ${[...has].sort().join(',') || '-'} > ${[...children].sort().join(',') || '-'} ${pairs(methods)} ${pairs(takes)}`);
  }
}

writeFileSync(out ?? new URL('verbs.txt', import.meta.url), lines.join('\n') + '\n');
