import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readRequest } from '../http';
import { to } from '../lib/address';
import { cookies } from '../lib/event';
import { count, time } from '../lib/format';
import { useStore } from '../store/store';
import type { Message } from '../store/types';
import { grouped } from '../lib/alerts';
import { AlertNote } from '../ui/AlertNote';
import { Pairs } from '../ui/Pairs';
import { firstOf, messagesOf } from './handsets';
import './Conversation.css';

// Messages as on a telephone: what this handset wrote stands on the right.
export function Conversation({ number }: { number: string }) {
  const messages = useStore((state) => state.messages);
  const own = useMemo(() => messagesOf(messages.values(), number), [messages, number]);
  const alerts = useStore((state) => state.alerts);
  const requests = useStore((state) => state.requests);
  const bySubject = useMemo(() => firstOf(requests), [requests]);
  const end = useRef<HTMLOListElement>(null);
  useEffect(() => {
    end.current!.scrollTop = end.current!.scrollHeight;
  }, [own.length, alerts.length]);
  return (
    <>
      <ol class="conversation" ref={end} tabIndex={0} aria-label={`Messages of ${number}`} aria-live="polite">
        {own.length === 0 ? <li class="conversation-none quiet">No messages yet. Write one below, and your Function answers it.</li> : null}
        {own.map((message) => (
          <Bubble key={message.sid} message={message} isMine={message.from === number} request={bySubject.get(message.sid)?.sid}>
            {grouped(alerts.filter((alert) => alert.sid === message.sid)).map(({ alert, times }) => (
              <AlertNote key={alert.sequence} alert={alert} times={times} />
            ))}
          </Bubble>
        ))}
      </ol>
      {own.length === 0 ? null : <Jar request={bySubject.get(own.findLast((message) => message.direction === 'inbound')?.sid ?? '')?.sid} />}
    </>
  );
}

function Bubble({ message, isMine, request, children }: { message: Message; isMine: boolean; request: string | undefined; children: preact.ComponentChildren }) {
  const isBad = message.status === 'failed' || message.status === 'undelivered';
  return (
    <li class={`bubble-row${isMine ? ' is-mine' : ''}`}>
      <div class="bubble">
        {message.body}
        {message.media.map((url) => (
          <Media key={url} url={url} />
        ))}
      </div>
      <p class={`bubble-more${isBad ? ' is-bad' : ''}`}>
        {isMine ? `to ${message.to}` : `from ${message.from}`} · {isBad ? '✕ ' : ''}
        {message.status}
        {message.errorCode === null ? '' : ` (${message.errorCode})`} · {time(message.dateCreated)} · {count(message.numSegments, 'segment')}
        {request === undefined ? null : (
          <>
            {' · '}
            <a href={to('requests', request)}>request</a>
          </>
        )}
      </p>
      {children}
    </li>
  );
}

// A file of this address is shown; one of another is a link: the page loads nothing from elsewhere.
function Media({ url }: { url: string }) {
  const address = URL.canParse(url) ? new URL(url) : null;
  const own = address !== null && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(address.hostname) && address.port === location.port && address.pathname.startsWith('/_ahoy/media/');
  return own && /\.(?:png|jpe?g|gif|webp|svg)$/i.test(address.pathname) ? (
    <img src={address.pathname} alt="A file of the message" />
  ) : /^https?:/i.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer">{url}</a>
  ) : (
    <span>{url}</span>
  );
}

// The cookies of the conversation: those that were sent with the last webhook, and those that its answer set over them.
function Jar({ request }: { request: string | undefined }) {
  const [jar, setJar] = useState<[string, string][]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (request !== undefined) {
      readRequest(request).then(
        (detail) => {
          const all = new Map(cookies(detail.requestHeaders));
          for (const [name, value] of detail.responseHeaders) {
            const cookie = name.toLowerCase() === 'set-cookie' ? /^\s*([^=]+)=([^;]*)(.*)$/.exec(value) : null;
            if (cookie !== null) {
              if (/max-age=0|expires=thu, 01[ -]jan[ -]1970/i.test(cookie[3]!)) {
                all.delete(cookie[1]!);
              } else {
                all.set(cookie[1]!, cookie[2]!);
              }
            }
          }

          if (isCurrent) {
            setJar([...all]);
          }
        },
        () => undefined,
      );
    }

    return () => {
      isCurrent = false;
    };
  }, [request]);
  return jar.length === 0 ? null : (
    <details class="jar">
      <summary>{count(jar.length, 'cookie')} of this conversation</summary>
      <Pairs pairs={jar} none="" />
    </details>
  );
}
