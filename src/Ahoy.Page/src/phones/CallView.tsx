import { useEffect, useRef, useState } from 'preact/hooks';
import { act } from '../http';
import { to } from '../lib/address';
import { minutes } from '../lib/format';
import { useStore } from '../store/store';
import type { Call, Step } from '../store/types';
import { AlertNote } from '../ui/AlertNote';
import { isOver, rings, waits } from './handsets';
import { Keypad } from './Keypad';
import { isOwn, isSaid, tell, xml } from './steps';
import './CallView.css';

interface Props {
  call: Call;
  number: string;
  speaks: boolean;
  onProblem: (problem: string | null) => void;
  onHide: () => void;
}

// A call: what was said and done, what Twilio waits for, and what the person can do.
export function CallView({ call, number, speaks, onProblem, onHide }: Props) {
  const [words, setWords] = useState('');
  const [isHeld, setHeld] = useState(false);
  const over = isOver(call);
  const ringing = rings(call, number);
  const steps = useRef<HTMLOListElement>(null);
  const whole = useRef<HTMLElement>(null);
  const calls = useStore((state) => state.calls);
  const documents = useStore((state) => state.requests).filter((request) => request.subject === call.sid);
  const attempt = (action: string, body?: unknown) => {
    onProblem(null);
    act(call.sid, action, body).catch((error: Error) => onProblem(error.message));
  };
  const say = (event: Event) => {
    event.preventDefault();
    if (words.trim() !== '') {
      attempt(call.waitsFor === 'recording' ? 'recording' : 'speech', { text: words });
      setWords('');
    }
  };

  // Whoever has dialled can press keys at once: the button that began the call is off now, and has lost the focus.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body || document.activeElement.matches(':disabled')) {
      whole.current!.focus();
    }
  }, []);

  useEffect(() => {
    steps.current!.scrollTop = steps.current!.scrollHeight;
  }, [call.transcript.length]);
  useSpeech(call, speaks && !over && !isHeld);

  return (
    <section
      ref={whole}
      tabIndex={-1}
      class={`call${ringing ? ' is-ringing' : ''}${over ? ' is-over' : ''}`}
      aria-label={`Call ${number}`}
      onKeyDown={(event) => {
        if (/^[0-9*#]$/.test(event.key) && !over && !isHeld && !(event.target instanceof HTMLInputElement) && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          attempt('digits', { digits: event.key });
        }
      }}
    >
      <p class="row">
        <strong class="grow">{call.direction === 'inbound' ? `Call to ${call.to}` : `Call from ${call.from}`}</strong>
        <Timer call={call} />
        {over ? <button class="plain" aria-label="Put the call away" onClick={onHide}>✕</button> : null}
      </p>
      <ol class="transcript" ref={steps} tabIndex={0} aria-label="What was said and done" aria-live="polite">
        {call.transcript.map((step, i) => (
          <StepView key={i} step={step} isOwn={isOwn(step, call)} />
        ))}
      </ol>
      {documents.length === 0 ? null : (
        <details class="call-documents">
          <summary>TwiML: {documents.map((one) => one.path).join(', ')}</summary>
          <ul>
            {documents.map((one) => (
              <li key={one.sid}>
                <a href={to('requests', one.sid)}>{one.method} {one.target}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="call-waits" role="status">{ringing ? `${call.from} calls` : isHeld && !over ? 'On hold: you neither hear nor are heard' : waits(call, calls.values())}</p>
      {ringing ? (
        <p class="row call-ringing">
          <button class="primary" onClick={() => attempt('answer')}>Answer</button>
          <button onClick={() => attempt('reject')}>Reject</button>
        </p>
      ) : over ? null : (
        <>
          <Keypad isOff={isHeld} onPress={(digits) => attempt('digits', { digits })} />
          <form class="row call-say" onSubmit={say}>
            <label class="grow">
              <span class="hidden-label">What you say</span>
              <input placeholder={call.waitsFor === 'recording' ? 'Say what is recorded' : 'Say something'} value={words} disabled={isHeld} onInput={(event) => setWords(event.currentTarget.value)} />
            </label>
            <button disabled={isHeld}>Say</button>
            <button type="button" aria-pressed={isHeld} title="A telephone's own hold: Twilio is told nothing of it" onClick={() => setHeld(!isHeld)}>Hold</button>
            <button type="button" class="call-hangup" onClick={() => attempt('hangup')}>Hang up</button>
          </form>
        </>
      )}
    </section>
  );
}

function StepView({ step, isOwn }: { step: Step; isOwn: boolean }) {
  const source = xml(step);
  const isUnknown = step.attributes?.notSimulated;
  return (
    <li class={`step by-${step.by === 'twilio' ? 'twilio' : isOwn ? 'person' : 'other'}${isSaid(step) ? ' is-said' : ''}`}>
      {step.alert !== undefined ? (
        <AlertNote alert={{ code: step.alert, message: tell(step) }} />
      ) : source === null ? (
        <span>
          {isOwn ? null : <span class="quiet">the other: </span>}
          {tell(step)}
        </span>
      ) : (
        <details>
          <summary>
            {tell(step)}
            {isUnknown === undefined ? null : <span class="quiet"> (not simulated)</span>}
          </summary>
          <pre>{source}</pre>
        </details>
      )}
    </li>
  );
}

// The time of the simulation since the call began.
function Timer({ call }: { call: Call }) {
  const clock = useStore((state) => state.clock);
  const readAt = useStore((state) => state.clockReadAt);
  const [, tick] = useState(0);
  const runs = !isOver(call) && clock?.mode === 'real';
  useEffect(() => {
    if (!runs) {
      return undefined;
    }

    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, [runs]);
  const now = isOver(call) ? Date.parse(call.dateUpdated) : clock === null ? Date.now() : Date.parse(clock.now) + (clock.mode === 'real' ? Date.now() - readAt : 0);
  return <span class="quiet" role="timer">{minutes(now - Date.parse(call.dateCreated))}</span>;
}

// Has the browser speak what Twilio says from now on.
function useSpeech(call: Call, speaks: boolean): void {
  const { transcript } = call;
  const spoken = useRef(transcript.length);
  useEffect(() => {
    const fresh = transcript.slice(spoken.current);
    spoken.current = transcript.length;
    if (!speaks || typeof speechSynthesis === 'undefined') {
      return;
    }

    for (const step of fresh) {
      if (step.text && ((step.verb === 'Say' && step.by === 'twilio') || (step.verb === 'Speech' && !isOwn(step, call)))) {
        const utterance = new SpeechSynthesisUtterance(step.text);
        utterance.lang = step.attributes?.language ?? 'en-US';
        speechSynthesis.speak(utterance);
      } else if (isOwn(step, call)) {
        // Who speaks or presses a key interrupts.
        speechSynthesis.cancel();
      }
    }
  }, [transcript.length, speaks]);
}
