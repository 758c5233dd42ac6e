import { time } from '../lib/format';
import type { LineItem } from '../store/types';
import { LongText } from '../ui/LongText';
import './Lines.css';

export function Lines({ lines }: { lines: LineItem[] }) {
  return lines.length === 0 ? (
    <p class="quiet">Nothing was printed.</p>
  ) : (
    <ol class="log">
      {lines.map((line) => (
        <li key={line.sequence} class={line.level}>
          <span class="quiet">{time(line.at)}</span> <span class="log-level">{{ error: '✕ error', warn: '! warn', info: 'info' }[line.level]}</span>
          <LongText text={line.message} />
        </li>
      ))}
    </ol>
  );
}
