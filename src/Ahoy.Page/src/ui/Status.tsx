import './Status.css';

// A status by colour and sign.
export function Status({ status }: { status: number }) {
  const [sign, kind] = status >= 500 || status === 0 ? ['✕', 'bad'] : status >= 400 ? ['!', 'warn'] : ['✓', 'good'];
  return (
    <span class={`status ${kind}`}>
      <span aria-hidden="true">{sign}</span> {status === 0 ? 'none' : status}
    </span>
  );
}
