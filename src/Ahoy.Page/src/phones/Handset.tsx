import { useEffect, useRef, useState } from 'preact/hooks';
import { call as dial, setHandset } from '../http';
import { looksLike } from '../requests/kinds';
import { useStore } from '../store/store';
import type { ServiceAnswer } from '../store/types';
import { CallView } from './CallView';
import { Compose } from './Compose';
import { Conversation } from './Conversation';
import { callOf, isOver } from './handsets';
import './Handset.css';

interface Props {
  number: string;
  service: ServiceAnswer;
  speaks: boolean;
  order: { action: string; target: string } | null;
  onClose: () => void;
}

// One telephone: what it says, whom it calls.
export function Handset({ number, service, speaks, order, onClose }: Props) {
  const targets = targetsOf(service);
  const [target, setTarget] = useState(order?.target ?? targets.find((one) => looksLike(one) === 'message') ?? targets.find((one) => looksLike(one) === 'call') ?? targets.at(-1) ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [hidden, setHidden] = useState<string | null>(null); // a call that is over and was put away
  const calls = useStore((state) => state.calls);
  const call = callOf(calls.values(), number);
  const isBusy = call !== null && !isOver(call);
  const ordered = useRef(order);
  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch((error: Error) => setProblem(error.message));
  };

  useEffect(() => {
    if (ordered.current?.action === 'call') {
      ordered.current = null;
      attempt(dial(number, target));
    }
  }, []);

  return (
    <section class="handset" aria-label={`Handset ${number}`}>
      <header class="row">
        <h2 class="grow">{number}</h2>
        <label>
          <span class="hidden-label">When it is called</span>
          <select onChange={(event) => attempt(setHandset(number, event.currentTarget.value))}>
            <option value="">When called…</option>
            <option value="ring">it rings</option>
            <option value="auto">it answers</option>
            <option value="busy">it is busy</option>
            <option value="never">nobody answers</option>
          </select>
        </label>
        <button class="plain" aria-label={`Put handset ${number} away`} onClick={onClose}>✕</button>
      </header>
      {call !== null && hidden !== call.sid ? (
        <CallView key={call.sid} call={call} number={number} speaks={speaks} onProblem={setProblem} onHide={() => setHidden(call.sid)} />
      ) : null}
      <Conversation number={number} />
      {problem === null ? null : (
        <p class="note bad" role="alert">{problem}</p>
      )}
      <div class="handset-to row">
        <label class="grow">
          <span class="hidden-label">To</span>
          <select value={target} onChange={(event) => setTarget(event.currentTarget.value)}>
            {(target === '' || targets.includes(target) ? targets : [target, ...targets]).map((one) => (
              <option key={one} value={one}>To {one}</option>
            ))}
          </select>
        </label>
        <button disabled={isBusy || target === ''} onClick={() => attempt(dial(number, target))}>Call</button>
      </div>
      <Compose number={number} target={target} isFocused={order?.action === 'text'} onProblem={setProblem} />
    </section>
  );
}

// Whom one can write to or call: the Functions by their paths, and the account's numbers.
function targetsOf(service: ServiceAnswer): string[] {
  return [
    ...service.services.flatMap((served) =>
      served.routes
        .filter((route) => route.kind === 'Function' && route.visibility !== 'private')
        .map((route) => (service.command === 'serve' ? `${served.name}${route.path}` : route.path)),
    ),
    ...service.numbers,
  ];
}
