// Reads XML with the browser's own reader; nothing in it runs.

import type { Node } from './twiml';

export function readXml(text: string): Node | null {
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
