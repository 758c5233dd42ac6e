import { useEffect, useRef, useState } from 'preact/hooks';
import { readRequest } from '../http';
import { go } from '../lib/address';
import { diff } from '../lib/diff';
import { duration } from '../lib/format';
import { header } from '../lib/event';
import { pretty } from '../lib/twiml';
import { readXml } from '../lib/xml';
import type { RequestDetail } from '../store/types';
import { Status } from '../ui/Status';
import { prettyJson } from './Body';
import { fromDetail, toSend } from './form';
import { RequestForm } from './RequestForm';
import './SendAgain.css';

// The request as a form, and the new answer beside the old one.
export function SendAgain({ detail, onClose }: { detail: RequestDetail; onClose: () => void }) {
  const [sent, setSent] = useState<RequestDetail | null>(null);
  return (
    <section aria-label="Send again">
      <RequestForm
        draft={fromDetail(detail)}
        canSign={detail.canSign}
        toSend={(draft) => toSend(draft, { of: detail })}
        onSent={(sid) => void readRequest(sid).then(setSent)}
        onCancel={onClose}
      />
      {sent === null ? null : <Comparison before={detail} after={sent} />}
    </section>
  );
}

function Comparison({ before, after }: { before: RequestDetail; after: RequestDetail }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [after]);
  const [old, fresh] = [textOf(before), textOf(after)];
  const lines = diff(old, fresh);
  const isSame = lines.every((line) => line.kind === 'same') && before.request.status === after.request.status;
  return (
    <section ref={box} class="comparison" aria-label="The new answer beside the old one" aria-live="polite">
      <p class="row">
        <strong>{isSame ? 'The answer is the same' : 'The answer is different'}</strong>
        <button class="plain" onClick={() => go('requests', after.request.sid)}>Open the new request</button>
      </p>
      <div class="comparison-columns">
        {([['Before', before, 'new'], ['Now', after, 'old']] as const).map(([title, one, other]) => (
          <div key={title}>
            <h3 class="row">
              {title} <Status status={one.request.status} /> <span class="quiet">{duration(one.request.milliseconds)}</span>
            </h3>
            <pre tabIndex={0} aria-label={title}>
              {lines
                .filter((line) => line.kind !== other)
                .slice(0, 2_000)
                .map((line, i) => (
                  <span key={i} class={`diff-${line.kind}`}>
                    {line.kind === 'same' ? ' ' : line.kind === 'old' ? '−' : '+'} {line.text}
                    {'\n'}
                  </span>
                ))}
            </pre>
          </div>
        ))}
      </div>
    </section>
  );
}

function textOf(detail: RequestDetail): string {
  const type = header(detail.responseHeaders, 'content-type').toLowerCase();
  const text = detail.responseBody.text ?? `(${detail.responseBody.size} bytes)`;
  const xml = /[/+]xml/.test(type) ? readXml(text) : null;
  return xml === null ? (/[/+]json/.test(type) ? prettyJson(text) : text) : pretty(xml);
}
