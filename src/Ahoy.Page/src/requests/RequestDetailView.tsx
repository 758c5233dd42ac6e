import { useEffect, useState } from 'preact/hooks';
import { readRequest } from '../http';
import { grouped, isOf } from '../lib/alerts';
import { go } from '../lib/address';
import { cookies, eventOf } from '../lib/event';
import { count, dateTime, duration } from '../lib/format';
import { useStore } from '../store/store';
import type { RequestDetail } from '../store/types';
import { AlertNote } from '../ui/AlertNote';
import { CopyButton } from '../ui/CopyButton';
import { Fold } from '../ui/Fold';
import { Pairs } from '../ui/Pairs';
import { Status } from '../ui/Status';
import { Body } from './Body';
import { asAhoyInvoke, asCurl, asTest } from './copy';
import { Lines } from './Lines';
import { SendAgain } from './SendAgain';
import { Stack } from './Stack';
import { Waterfall } from './Waterfall';
import { Value } from './Value';
import './RequestDetailView.css';

const meanings: Record<number, string> = {
  82002: 'the Function answered with a status from 500 on, or not at all. The log and the answer below say more.',
  82003: 'the answer is larger than 4 MB. Write large content to an Asset or to a store, and answer with its address.',
  82008: 'its headers and cookies are too many or too long. Set fewer, or shorter ones.',
};

// One request: the answer first, then what led to it.
export function RequestDetailView({ sid }: { sid: string }) {
  const [detail, setDetail] = useState<RequestDetail | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  // Lines that come late belong to it, too.
  const late = useStore((state) => state.lines.reduce((sum, line) => (line.sid === sid ? sum + 1 : sum), 0));
  const alerts = useStore((state) => state.alerts);

  useEffect(() => {
    let isCurrent = true;
    readRequest(sid).then(
      (found) => isCurrent && setDetail(found),
      (error: Error) => isCurrent && setProblem(error.message),
    );
    return () => {
      isCurrent = false;
    };
  }, [sid, late]);

  if (detail === null) {
    return problem === null ? null : <p class="note bad request-detail">{problem}</p>;
  }

  const { request } = detail;
  const own = alerts.filter((alert) => isOf(alert, request));
  const given = cookies(detail.requestHeaders);
  const set: [string, string][] = detail.responseHeaders.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => {
    const at = value.indexOf('=');
    return [value.slice(0, at), value.slice(at + 1)];
  });
  const event = eventOf(detail);
  return (
    <article class="request-detail">
      <button class="plain request-back" onClick={() => go('requests')}>‹ All requests</button>
      <header>
        <h2>
          {request.method} {request.target}
        </h2>
        <p class="row">
          <Status status={request.status} />
          <span>{duration(request.milliseconds)}</span>
          <span class="quiet">{dateTime(request.at)}</span>
          <span class="quiet">from {request.from === 'phone' ? 'a phone' : request.from}</span>
          {request.subject === null ? null : <span class="quiet mono">{request.subject}</span>}
        </p>
        <p class="row">
          <button class="primary" onClick={() => setSending(!isSending)} aria-expanded={isSending}>Send again…</button>
          <CopyButton text={() => asCurl(detail)}>Copy as curl</CopyButton>
          <CopyButton text={() => asAhoyInvoke(detail)}>Copy as ahoy invoke</CopyButton>
          <CopyButton text={() => asTest(detail)}>Copy as C# test</CopyButton>
        </p>
      </header>
      {grouped(own).map(({ alert, times }) => (
        <AlertNote key={alert.sequence} alert={alert} times={times} />
      ))}
      {request.errorCode !== 0 && own.every((alert) => alert.code !== request.errorCode) ? <AlertNote alert={{ code: request.errorCode, message: reasonOf(detail) }} /> : null}
      {isSending ? <SendAgain detail={detail} onClose={() => setSending(false)} /> : null}
      {detail.stack.length > 0 ? <Stack stack={detail.stack} /> : null}
      <Fold name="answer" title="Answer" isOpen note={request.size === 0 ? 'empty' : undefined}>
        <Body body={detail.responseBody} headers={detail.responseHeaders} />
      </Fold>
      {request.isFunction ? (
        <Fold name="event" title="Event" isOpen note={count(Object.keys(event).length, 'parameter')}>
          {Object.keys(event).length === 0 ? <p class="quiet">Neither the query nor the body had parameters.</p> : <Value value={event} />}
        </Fold>
      ) : null}
      <Fold name="log" title="Log" isOpen note={count(detail.lines.length, 'line')}>
        <Lines lines={detail.lines} />
      </Fold>
      <Fold name="outbound" title="Outbound calls" isOpen={detail.outbound.length > 0} note={String(detail.outbound.length)}>
        <Waterfall calls={detail.outbound} whole={request.milliseconds} />
      </Fold>
      <Fold name="cookies" title="Cookies" note={`${given.length} sent, ${set.length} set`}>
        <h4 class="quiet">Sent</h4>
        <Pairs pairs={given} none="No cookie was sent." />
        <h4 class="quiet">Set by the answer</h4>
        <Pairs pairs={set} none="None was set." />
      </Fold>
      <Fold name="headers" title="Headers" note={String(detail.requestHeaders.length)}>
        <Pairs pairs={detail.requestHeaders} none="None was sent." />
      </Fold>
      {detail.requestBody.size === 0 ? null : (
        <Fold name="body" title="Body as sent">
          <Body body={detail.requestBody} headers={detail.requestHeaders} />
        </Fold>
      )}
      <Fold name="answer headers" title="Headers of the answer" note={String(detail.responseHeaders.length)}>
        <Pairs pairs={detail.responseHeaders} none="There were none." />
      </Fold>
      <p class="quiet mono">{request.sid}</p>
    </article>
  );
}

// What the host says of its code: the line of the log that has it, else what the code stands for.
function reasonOf({ request, lines }: RequestDetail): string {
  return lines.find((line) => line.code === request.errorCode)?.message.split('\n')[0] ?? meanings[request.errorCode] ?? '';
}
