import { useState } from 'preact/hooks';
import { setFaults } from '../http';
import { useStore } from '../store/store';
import type { Fault } from '../store/types';
import './Faults.css';

const presets: [string, Fault][] = [
  ['Messages fail with 500', { match: { path: '*/Messages.json', method: 'POST' }, status: 500 }],
  ['Twilio says 429, too many requests', { match: { host: '*.twilio.com' }, status: 429, code: 20429 }],
  ['Twilio takes 3 s', { match: { host: '*.twilio.com' }, delay: 'PT3S' }],
  ['Connections to Twilio break', { match: { host: '*.twilio.com' }, drop: true }],
];

// What fails: the first that fits counts.
export function Faults({ onAttempt }: { onAttempt: (work: Promise<unknown>) => void }) {
  const faults = useStore((state) => state.faults);
  const [path, setPath] = useState('*');
  const [status, setStatus] = useState('500');
  const [times, setTimes] = useState('');
  const add = (fault: Fault) => onAttempt(setFaults([...faults, fault]));
  return (
    <section aria-label="Faults">
      <h2>Faults</h2>
      {faults.length === 0 ? (
        <p class="quiet">Nothing fails. Have something fail, to see what your Functions do:</p>
      ) : (
        <ul class="faults">
          {faults.map((fault, i) => (
            <li key={i} class="row">
              <span class="grow">{describe(fault)}</span>
              <button aria-label={`Remove: ${describe(fault)}`} onClick={() => onAttempt(setFaults(faults.filter((_, own) => own !== i)))}>Remove</button>
            </li>
          ))}
        </ul>
      )}
      <p class="row">
        {presets.map(([title, fault]) => (
          <button key={title} onClick={() => add(fault)}>{title}</button>
        ))}
      </p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          add({ match: { path }, status: Number(status), times: times === '' ? null : Number(times) });
        }}
      >
        <label class="row">Path <input class="code faults-path" required value={path} onInput={(event) => setPath(event.currentTarget.value)} /></label>
        <label class="row">answers <input type="number" class="faults-number" min={100} max={599} required value={status} onInput={(event) => setStatus(event.currentTarget.value)} /></label>
        <label class="row"><input type="number" class="faults-number" min={1} placeholder="always" value={times} onInput={(event) => setTimes(event.currentTarget.value)} /> times</label>
        <button>Add</button>
      </form>
    </section>
  );
}

export function describe(fault: Fault): string {
  const match = [fault.match?.method, fault.match?.host, fault.match?.path].filter((part) => part !== undefined && part !== null).join(' ') || 'everything';
  const what = [
    ...(fault.delay ? [`after ${fault.delay.replace(/^PT/, '').toLowerCase()}`] : []),
    ...(fault.drop ? ['the connection breaks'] : fault.status ? [`answers ${fault.status}${fault.code ? `, code ${fault.code}` : ''}`] : ['goes on']),
  ].join(' ');
  return `${match}: ${what}${fault.times ? `, ${fault.times} times` : ''}`;
}
