import { useState } from 'preact/hooks';
import { send } from '../http';
import type { SendBody } from '../store/types';
import { Fields } from './Fields';
import type { Draft } from './form';
import './RequestForm.css';

interface Props {
  draft: Draft;
  canSign: boolean;
  toSend: (draft: Draft) => SendBody;
  onSent: (sid: string) => void;
  onCancel: () => void;
}

// A request to edit and to send.
export function RequestForm({ draft: first, canSign, toSend, onSent, onCancel }: Props) {
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = async (event: Event) => {
    event.preventDefault();
    setSending(true);
    setProblem(null);
    try {
      onSent((await send(toSend(draft))).sid);
    } catch (error) {
      setProblem((error as Error).message);
    }

    setSending(false);
  };
  const kind = (next: Draft['kind']) => {
    const type = { none: null, form: 'application/x-www-form-urlencoded', text: 'application/json' }[next];
    const others = draft.headers.filter((field) => field.name.toLowerCase() !== 'content-type');
    change({ kind: next, headers: type === null ? others : [...others, { name: 'Content-Type', value: type, was: null }] });
  };

  return (
    <form class="request-form" onSubmit={(event) => void submit(event)}>
      <div class="request-line">
        <label>
          <span>Verb</span>
          <select value={draft.method} onChange={(event) => change({ method: event.currentTarget.value })}>
            {['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'].map((verb) => (
              <option key={verb}>{verb}</option>
            ))}
          </select>
        </label>
        <label class={`grow${draft.path === first.path ? '' : ' is-changed'}`}>
          <span>Path</span>
          <input class="code" required pattern="/.*" title="It begins with a slash." value={draft.path} onInput={(event) => change({ path: event.currentTarget.value })} />
        </label>
      </div>
      <Fields legend="Query" fields={draft.query} onChange={(query) => change({ query })} />
      {draft.method === 'GET' || draft.method === 'HEAD' ? null : (
        <>
          <label class="request-kind">
            <span>Body</span>
            <select value={draft.kind} onChange={(event) => kind(event.currentTarget.value as Draft['kind'])}>
              <option value="none">none</option>
              <option value="form">a form</option>
              <option value="text">a text (JSON …)</option>
            </select>
          </label>
          {draft.kind === 'form' ? <Fields legend="Form" fields={draft.fields} onChange={(fields) => change({ fields })} /> : null}
          {draft.kind === 'text' ? (
            <label class={draft.text === first.text ? '' : 'is-changed'}>
              <span>Text</span>
              <textarea class="code" rows={8} spellcheck={false} value={draft.text} onInput={(event) => change({ text: event.currentTarget.value })} />
            </label>
          ) : null}
        </>
      )}
      <details>
        <summary>Headers ({draft.headers.length})</summary>
        <Fields legend="Headers" fields={draft.headers} onChange={(headers) => change({ headers })} />
      </details>
      <label class="request-sign">
        <input type="checkbox" checked={draft.sign} disabled={!canSign} onChange={(event) => change({ sign: event.currentTarget.checked })} />{' '}
        {canSign ? 'Sign it anew, as Twilio would' : 'It can’t be signed: the environment file has no AUTH_TOKEN'}
      </label>
      {problem === null ? null : (
        <p class="note bad" role="alert">{problem}</p>
      )}
      <p class="row request-send">
        <button class="primary" disabled={isSending}>{isSending ? 'Sending…' : 'Send'}</button>
        <button type="button" onClick={onCancel}>Close</button>
      </p>
    </form>
  );
}
