// Reads XML with the browser's own reader; nothing in it runs.

import type { Node } from './twiml';

// Of what is not well-formed the browser makes a document that says so, with a style that the page's content policy refuses: it is not asked.
const parts = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([A-Za-z_:][^\s>/]*)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[<>]|&(?!#\d+;|#x[\da-fA-F]+;|\w+;)/g;

function isWellFormed(text: string): boolean {
  const open: string[] = [];
  let roots = 0;
  for (const [whole, closes, name, attributes, isEmpty] of text.matchAll(parts)) {
    if (whole === '<' || whole === '&') {
      return false;
    }

    if (name === undefined) {
      continue;
    }

    if (closes === '/') {
      if (attributes !== '' || isEmpty === '/' || open.pop() !== name) {
        return false;
      }
    } else {
      roots += open.length === 0 ? 1 : 0;
      if (isEmpty !== '/') {
        open.push(name);
      }
    }
  }

  return open.length === 0 && roots === 1;
}

export function readXml(text: string): Node | null {
  if (!isWellFormed(text)) {
    return null;
  }

  const document = new DOMParser().parseFromString(text, 'text/xml');
  const root = document.documentElement;
  return root === null || document.querySelector('parsererror') !== null ? null : toNode(root);
}

function toNode(element: Element): Node {
  return {
    name: element.tagName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    text: [...element.childNodes].filter((child) => child.nodeType === 3 || child.nodeType === 4).map((child) => child.nodeValue ?? '').join(''),
    children: [...element.children].map(toNode),
  };
}
