import { duration } from '../lib/format';
import type { OutboundItem } from '../store/types';
import { Status } from '../ui/Status';
import './Waterfall.css';

// What the Function asked of others while it answered, on its time.
export function Waterfall({ calls, whole }: { calls: OutboundItem[]; whole: number }) {
  if (calls.length === 0) {
    return <p class="quiet">The Function asked nothing of others.</p>;
  }

  const end = Math.max(whole, ...calls.map((call) => call.start + call.milliseconds), 1);
  return (
    <ol class="waterfall">
      {calls.map((call, i) => (
        <li key={i}>
          <span class="waterfall-name mono">
            {call.method} {call.url}
          </span>
          <Status status={call.status} />
          <span class="number">{duration(call.milliseconds)}</span>
          <span class="waterfall-track" aria-hidden="true">
            <span style={{ left: `${(100 * call.start) / end}%`, width: `${Math.max(0.5, (100 * call.milliseconds) / end)}%` }} />
          </span>
          {call.error === null ? null : <span class="waterfall-error">{call.error}</span>}
        </li>
      ))}
    </ol>
  );
}
