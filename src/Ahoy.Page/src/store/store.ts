// Holds the state, and tells views of it that it has changed: once a frame, however much happened.

import { useEffect, useState } from 'preact/hooks';
import { apply, empty, type Happening, type State } from './state';

let state: State = empty;
let isPlanned = false;
const listeners = new Set<() => void>();

export function current(): State {
  return state;
}

export function happen(happening: Happening): void {
  const next = apply(state, happening);
  if (next === state) {
    return;
  }

  state = next;
  if (!isPlanned) {
    isPlanned = true;
    // A hidden tab gets no frames.
    (document.hidden ? queueMicrotask : requestAnimationFrame)(tell);
  }
}

function tell(): void {
  isPlanned = false;
  for (const listener of [...listeners]) {
    listener();
  }
}

// A part of the state; the view is drawn again when that part is another.
export function useStore<T>(select: (state: State) => T): T {
  const [, redraw] = useState({});
  const selected = select(state);
  useEffect(() => {
    let last = selected;
    const listener = () => {
      const next = select(state);
      if (!Object.is(next, last)) {
        last = next;
        redraw({});
      }
    };
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  });
  return selected;
}
