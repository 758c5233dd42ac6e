import type { ServedItem } from '../store/types';
import './Limits.css';

// As the platform counts: 1,024 bytes are a kB.
function binary(bytes: number): string {
  const [value, unit] = bytes < 1_024 ? [bytes, 'B'] : bytes < 1_048_576 ? [bytes / 1_024, 'kB'] : [bytes / 1_048_576, 'MB'];
  return `${Number(value.toFixed(1))} ${unit}`;
}

// How near the Build is to what the platform allows.
export function Limits({ served }: { served: ServedItem }) {
  const write = (value: number, unit: string) => (unit === 'bytes' ? binary(value) : value.toLocaleString('en'));
  return (
    <>
      <h2>Build</h2>
      <p class="quiet">Runs on {served.runtime}. This is what the platform allows, and how much of it the Build takes.</p>
      <ul class="limits">
        {served.limits.map((limit) => {
          const part = limit.value / limit.limit;
          const state = part > 1 ? 'bad' : part > 0.8 ? 'warn' : 'good';
          return (
            <li key={limit.name}>
              <span>{limit.name}</span>
              <span class="number">
                <span class={`status ${state}`} aria-hidden="true">{{ bad: '✕ ', warn: '! ', good: '' }[state]}</span>
                {write(limit.value, limit.unit)} of {write(limit.limit, limit.unit)}
              </span>
              <meter min={0} max={limit.limit} high={limit.limit * 0.8} value={limit.value} aria-label={limit.name} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
