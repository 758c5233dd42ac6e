// Which requests the user wants to see: pure.

import type { LineItem, RequestItem } from '../store/types';

export interface Filter {
  text: string; // in the path, the SID, who asked, or a line of the log
  status: '' | 'good' | 'warn' | 'bad';
}

export const everything: Filter = { text: '', status: '' };

export function matching(requests: RequestItem[], lines: LineItem[], filter: Filter): RequestItem[] {
  const text = filter.text.trim().toLowerCase();
  if (text === '' && filter.status === '') {
    return requests;
  }

  const logged = new Set<string>();
  if (text !== '') {
    for (const line of lines) {
      if (line.sid !== null && line.message.toLowerCase().includes(text)) {
        logged.add(line.sid);
      }
    }
  }

  return requests.filter(
    (request) =>
      (filter.status === '' || kind(request.status) === filter.status) &&
      (text === '' ||
        `${request.method} ${request.target}`.toLowerCase().includes(text) ||
        request.sid.toLowerCase() === text ||
        request.from.toLowerCase() === text ||
        String(request.status) === text ||
        logged.has(request.sid)),
  );
}

function kind(status: number): Filter['status'] {
  return status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
}
