// Where one is: the part of the address after its hash. #/requests/RQ… is the place `requests` and its item.

import { useEffect, useState } from 'preact/hooks';

export interface Place {
  name: string;
  item: string | null;
}

export function read(hash: string): Place {
  const [name = '', ...rest] = hash.replace(/^#\/?/, '').split('/');
  let item: string | null = null;
  try {
    item = rest.length === 0 || rest[0] === '' ? null : decodeURIComponent(rest.join('/'));
  } catch {
    // An escape that is none.
  }

  return { name: name === '' ? 'requests' : name, item };
}

export function to(name: string, item?: string | null): string {
  return `#/${name}${item === undefined || item === null ? '' : `/${encodeURIComponent(item)}`}`;
}

export function go(name: string, item?: string | null, replaces = false): void {
  const hash = to(name, item);
  if (location.hash !== hash) {
    // The browser would tell of it later, after the next key.
    history[replaces ? 'replaceState' : 'pushState'](null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
}

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    // It may have changed since the first rendering.
    changed();
    return () => removeEventListener('hashchange', changed);
  }, []);
  return read(hash);
}
