import { useEffect, useState } from 'preact/hooks';
import { setHandset } from '../http';
import { go } from '../lib/address';
import { recall, remember } from '../lib/storage';
import { current, happen, useStore } from '../store/store';
import { Handset } from './Handset';
import { firstHandset, next, seen } from './handsets';
import './PhonesPlace.css';

const most = 6;

// Handsets beside each other. The item says what the first of them is to do: `text /sms`, `call /incoming`.
export function PhonesPlace({ item }: { item: string | null }) {
  const service = useStore((state) => state.service);
  const handsets = useStore((state) => state.handsets);
  const messages = useStore((state) => state.messages);
  const calls = useStore((state) => state.calls);
  const [number, setNumber] = useState('');
  const [speaks, setSpeaks] = useState(() => recall('speaks', false));
  const [problem, setProblem] = useState<string | null>(null);
  const [closed, setClosed] = useState<string[]>([]);
  const [order] = useState(() => (item === null ? null : { action: item.split(' ')[0]!, target: item.slice(item.indexOf(' ') + 1) }));
  const isOffline = service?.isOffline ?? false;

  // Whoever a message or a call reaches has a phone here.
  useEffect(() => {
    if (isOffline) {
      for (const found of [...(handsets.length === 0 && closed.length === 0 ? [firstHandset] : []), ...seen(messages.values(), calls.values(), service!.numbers)]) {
        if (!closed.includes(found) && current().handsets.length < most) {
          happen({ type: 'handset', number: found });
        }
      }
    }
  }, [isOffline, messages, calls, closed]);

  // What was asked for is asked once: not again where the page is loaded again.
  useEffect(() => {
    if (item !== null) {
      go('phones', null, true);
    }
  }, []);

  if (service === null) {
    return null;
  }

  if (!isOffline) {
    return (
      <div class="place phones-none">
        <h2>Phones come with an offline Twilio</h2>
        <p>Then you text and call your Functions from here, without an account and without a phone bill. Stop the host, and start it so:</p>
        <p><code>dotnet run -- --offline</code></p>
        <p>or</p>
        <p><code>ahoy {service.command} --offline</code></p>
      </div>
    );
  }

  const add = (event: Event) => {
    event.preventDefault();
    const made = number.trim() === '' ? next([...handsets, ...closed]) : number.replace(/[\s().-]/g, '');
    // A phone that somebody holds rings; and the host says what is no number of a phone.
    setHandset(made, 'ring').then(
      () => {
        setNumber('');
        setProblem(null);
        setClosed(closed.filter((one) => one !== made));
        happen({ type: 'handset', number: made });
      },
      (error: Error) => setProblem(error.message),
    );
  };

  return (
    <div class="phones">
      <form class="phones-tools row" onSubmit={add}>
        <label class="hidden-label" for="phones-number">Number of the new handset</label>
        <input id="phones-number" placeholder="+1555… (made up)" title="A number such as +15551230002" value={number} onInput={(event) => setNumber(event.currentTarget.value)} />
        <button>New handset</button>
        <label>
          <input
            type="checkbox"
            checked={speaks}
            onChange={(event) => {
              setSpeaks(event.currentTarget.checked);
              remember('speaks', event.currentTarget.checked);
            }}
          />{' '}
          Speak what is said
        </label>
      </form>
      {problem === null ? null : <p class="note bad" role="alert">{problem}</p>}
      <div class="phones-row">
        {handsets.map((one, i) => (
          <Handset
            key={one}
            number={one}
            service={service}
            speaks={speaks}
            order={i === 0 ? order : null}
            onClose={() => {
              setClosed([...closed, one]);
              happen({ type: 'handset closed', number: one });
            }}
          />
        ))}
      </div>
    </div>
  );
}
