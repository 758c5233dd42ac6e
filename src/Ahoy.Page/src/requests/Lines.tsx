import { useState } from 'preact/hooks';
import { count, time } from '../lib/format';
import type { LineItem } from '../store/types';
import { LongText } from '../ui/LongText';
import './Lines.css';

const first = 300;

// The browser lays out a part of a long log until the user wants all.
export function Lines({ lines }: { lines: LineItem[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, first);
  return lines.length === 0 ? (
    <p class="quiet">Nothing was printed.</p>
  ) : (
    <>
      <ol class="log">
        {shown.map((line) => (
          <li key={line.sequence} class={line.level}>
            <span class="quiet">{time(line.at)}</span> <span class="log-level">{{ error: '✕ error', warn: '! warn', info: 'info' }[line.level]}</span>
            <LongText text={line.message} />
          </li>
        ))}
      </ol>
      {shown.length === lines.length ? null : (
        <button class="plain" onClick={() => setWhole(true)}>
          Show all {count(lines.length, 'line')}
        </button>
      )}
    </>
  );
}
