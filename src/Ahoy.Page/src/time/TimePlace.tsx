import { useEffect, useState } from 'preact/hooks';
import { advance, reset, setClock } from '../http';
import { dateTime } from '../lib/format';
import { useStore } from '../store/store';
import { Question } from '../ui/Question';
import { Faults } from './Faults';
import './TimePlace.css';

const modes: [string, string, string][] = [
  ['real', 'Real', 'as on this machine'],
  ['fast', 'Fast', 'nobody waits for a voice, a pause or a delivery'],
  ['manual', 'Manual', 'moves only when you say so'],
];

// The time of the simulation, as it passes.
function useClock(): string {
  const clock = useStore((state) => state.clock);
  const readAt = useStore((state) => state.clockReadAt);
  const [, tick] = useState(0);
  const runs = clock?.mode === 'real';
  useEffect(() => {
    const timer = runs ? setInterval(() => tick((n) => n + 1), 1_000) : undefined;
    return () => clearInterval(timer);
  }, [runs]);
  return clock === null ? '' : new Date(Date.parse(clock.now) + (runs ? Date.now() - readAt : 0)).toISOString();
}

// The clock of the simulation, what fails, and a fresh start.
export function TimePlace(_: { item: string | null }) {
  const service = useStore((state) => state.service);
  const clock = useStore((state) => state.clock);
  const now = useClock();
  const [by, setBy] = useState('5');
  const [unit, setUnit] = useState('S');
  const [problem, setProblem] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch((error: Error) => setProblem(error.message));
  };
  if (service === null) {
    return null;
  }

  if (!service.isOffline) {
    return (
      <div class="place time">
        <h2>The clock and faults come with an offline Twilio</h2>
        <p>Stop the host, and start it with <code>--offline</code>: <code>dotnet run -- --offline</code>, or <code>ahoy {service.command} --offline</code>.</p>
      </div>
    );
  }

  return (
    <div class="place time">
      {problem === null ? null : <p class="note bad" role="alert">{problem}</p>}
      <section aria-label="Clock">
        <h2>Clock</h2>
        {clock === null ? null : (
          <p class="row">
            <output class="time-now">{dateTime(now)}</output>
          </p>
        )}
        <fieldset class="time-modes">
          <legend class="hidden-label">How time passes</legend>
          {modes.map(([mode, title, what]) => (
            <label key={mode}>
              <input type="radio" name="mode" checked={clock?.mode === mode} onChange={() => attempt(setClock(mode))} /> <strong>{title}</strong> <span class="quiet">{what}</span>
            </label>
          ))}
        </fieldset>
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            attempt(advance(`P${unit === 'D' ? '' : 'T'}${by}${unit}`));
          }}
        >
          <label class="row">
            Move it by <input type="number" class="time-by" min={0} step={1} required value={by} onInput={(event) => setBy(event.currentTarget.value)} />
          </label>
          <label>
            <span class="hidden-label">Unit</span>
            <select value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
              <option value="S">seconds</option>
              <option value="M">minutes</option>
              <option value="H">hours</option>
              <option value="D">days</option>
            </select>
          </label>
          <button>Advance</button>
        </form>
      </section>
      <Faults onAttempt={attempt} />
      <section aria-label="Reset">
        <h2>Reset</h2>
        <p>As after the start: messages, calls and what was made through the API are forgotten, the clock is real, nothing fails. The account and your Functions stay.</p>
        <p><button onClick={() => setAsks(true)}>Reset…</button></p>
      </section>
      {asks ? (
        <Question
          title="Forget all messages and calls?"
          text="What was made through the API goes as well. The requests of the list stay."
          yes="Reset"
          onYes={() => {
            setAsks(false);
            attempt(reset());
          }}
          onNo={() => setAsks(false)}
        />
      ) : null}
    </div>
  );
}
