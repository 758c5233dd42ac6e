// TwiML as the cases need it: a builder, a reader, and what goes wrong when Twilio reads it.
import { domain } from './project.mjs';

const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** A builder: each method adds a verb of its name. */
export function builder(name = 'Response') {
  const children = [];
  const attributes = {};
  const element = {
    toString: () => `<?xml version="1.0" encoding="UTF-8"?>${element.xml()}`,
    xml: () => `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`).join('')}>${children.map((child) => (typeof child === 'string' ? escape(child) : child.xml())).join('')}</${name}>`,
  };
  const add = (verb) => (...parameters) => {
    const child = builder(verb);
    for (const parameter of parameters.filter((parameter) => parameter !== undefined)) {
      if (typeof parameter === 'object') Object.assign(child.attributes, parameter);
      else child.children.push(String(parameter));
    }
    children.push(child);
    return child;
  };
  return new Proxy(element, {
    get(_, key) {
      if (key === 'children') return children;
      if (key === 'attributes') return attributes;
      if (key in element || typeof key === 'symbol' || key === 'then' || key === 'toJSON') return element[key];
      return add(key[0].toUpperCase() + key.slice(1));
    },
  });
}

/** A text as a tree, or nothing where it is none. */
export function read(text) {
  const root = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, close, name, attributes, empty, between] of text.matchAll(/<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+|<\?[^>]*>)/g)) {
    if (between !== undefined) open.at(-1).text += between.startsWith('<?') ? '' : between;
    else if (close) open.length > 1 && open.pop();
    else {
      const element = { name, attributes: Object.fromEntries([...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value.replaceAll('&amp;', '&')])), children: [], text: '' };
      open.at(-1).children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root.children[0]?.name === 'Response' ? root.children[0] : undefined;
}

const common = { Say: 'voice language loop', Play: 'loop digits', Pause: 'length', Hangup: '', Reject: 'reason', Leave: '', Redirect: 'method',
  Gather: 'input action method timeout speechTimeout numDigits finishOnKey hints language partialResultCallback actionOnEmptyResult maxSpeechTime profanityFilter speechModel enhanced bargeIn',
  Dial: 'action method timeout hangupOnStar timeLimit callerId record recordingStatusCallback answerOnBridge ringTone trim referUrl', Record: 'action method timeout finishOnKey maxLength playBeep trim recordingStatusCallback transcribe transcribeCallback',
  Enqueue: 'action method waitUrl waitUrlMethod workflowSid', Message: 'to from action method statusCallback', Body: '', Media: '', Number: 'sendDigits url method statusCallback statusCallbackEvent', Client: 'url method statusCallback', Identity: '',
  Sip: 'url statusCallback', Conference: 'muted beep startConferenceOnEnter endConferenceOnExit waitUrl maxParticipants record statusCallback statusCallbackEvent coach', Queue: 'url', Response: '', Connect: 'action', Stream: 'url name', Parameter: 'name value', Task: 'priority timeout' };
const nesting = { Response: 'Say Play Pause Hangup Reject Redirect Gather Dial Record Enqueue Message Leave Connect', Gather: 'Say Play Pause', Dial: 'Number Client Sip Conference Queue', Message: 'Body Media', Client: 'Identity Parameter', Connect: 'Stream', Stream: 'Parameter', Enqueue: 'Task' };
const addressAttributes = ['action', 'url', 'waitUrl', 'statusCallback', 'recordingStatusCallback', 'transcribeCallback', 'partialResultCallback'];
const addressVerbs = ['Redirect', 'Play', 'Media'];
const waiting = new Set(['Say', 'Play', 'Pause', 'Gather', 'Record', 'Dial', 'Enqueue', 'Connect']);
const last = new Set(['Redirect', 'Hangup', 'Reject']);

/** What goes wrong with an answer: names of what is seen. */
export function faultsOf(response, resources, base = '/subject') {
  const faults = new Set();
  const visit = (element, parent) => {
    if (element.name === 'Injected') faults.add('injected');
    else if (!(element.name in common)) faults.add('unknown-twiml');
    else if (parent && !(nesting[parent.name] ?? '').split(' ').includes(element.name)) faults.add('unknown-twiml');
    for (const [key, value] of Object.entries(element.attributes)) {
      if (element.name in common && !common[element.name].split(' ').includes(key)) faults.add('unknown-twiml');
      if (addressAttributes.includes(key)) address(value, faults, resources, base);
    }
    if (addressVerbs.includes(element.name)) address(element.text.trim(), faults, resources, base);
    element.children.forEach((child) => visit(child, element));
  };
  visit(response);
  const names = response.children.map(({ name }) => name);
  if (names.slice(0, -1).some((name) => last.has(name))) faults.add('verb-not-reached');
  const final = response.children.at(-1);
  if (final?.name === 'Gather' && !final.attributes.actionOnEmptyResult) faults.add('gather-hangs-up');
  return faults;
}

function address(text, faults, resources, base) {
  const url = new URL(text, `https://${domain}${base}`);
  if (text === '' || url.host !== domain) return;
  const found = resources.find(({ path }) => path === url.pathname);
  if (!found) faults.add('address-missing');
  else if (found.visibility === 'private') faults.add('address-private');
}

/** Where a response leads at once, without anything that waits before it. */
export function redirectOf(response, base) {
  const at = response.children.findIndex(({ name }) => name === 'Redirect');
  if (at < 0 || response.children.slice(0, at).some(({ name }) => waiting.has(name))) return undefined;
  const url = new URL(response.children[at].text.trim(), `https://${domain}${base}`);
  return url.host === domain ? url.pathname : undefined;
}
