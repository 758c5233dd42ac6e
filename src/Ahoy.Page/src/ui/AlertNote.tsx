// An alert, where it happened, with what to do.

export function AlertNote({ alert, times = 1 }: { alert: { code: number; message: string }; times?: number }) {
  const isWarning = alert.code >= 12200 && alert.code < 12300;
  return (
    <p class={`note ${isWarning ? 'warn' : 'bad'}`}>
      <strong>
        {isWarning ? '! Warning' : '✕ Error'} {alert.code}
      </strong>
      {times === 1 ? '' : ` (${times} times)`}
      {alert.message === '' ? '' : `: ${alert.message}`}{' '}
      <a href={`https://www.twilio.com/docs/api/errors/${alert.code}`} target="_blank" rel="noreferrer">
        What Twilio says of {alert.code}
      </a>
    </p>
  );
}
