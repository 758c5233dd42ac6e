import { to } from '../lib/address';
import { grouped, isOf } from '../lib/alerts';
import { count, time } from '../lib/format';
import { useStore } from '../store/store';
import type { Alert, RequestItem } from '../store/types';
import { AlertNote } from '../ui/AlertNote';
import './AlertsPlace.css';

// What Twilio complained of, newest first, with the request that brought it about. The count in the bar leads here.
export function AlertsPlace() {
  const alerts = useStore((state) => state.alerts);
  const requests = useStore((state) => state.requests);
  const isOffline = useStore((state) => state.service?.isOffline ?? false);
  const groups = grouped([...alerts].reverse());
  return (
    <section class="place alerts" aria-label="Alerts">
      <h2>{count(alerts.length, 'alert')}</h2>
      {groups.length > 0 ? null : (
        <p class="quiet">
          {isOffline ? 'Twilio had nothing to complain of: each webhook answered with what a message or a call can use.' : 'Alerts come from the offline Twilio: start the host with --offline.'}
        </p>
      )}
      <ol>
        {groups.map(({ alert, times }) => (
          <li key={alert.sequence}>
            <AlertNote alert={alert} times={times} />
            <p class="row quiet">
              <span>{time(alert.at)}</span>
              {alert.function === null ? null : <code>{alert.function}</code>}
              <Cause request={causeOf(alert, requests)} />
              {alert.sid === null ? null : <a href={to('phones')}>{/^CA/.test(alert.sid) ? 'The call' : 'The message'} at the phones</a>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Cause({ request }: { request: RequestItem | undefined }) {
  return request === undefined ? null : (
    <a href={to('requests', request.sid)}>
      {request.method} {request.target}
    </a>
  );
}

// The last request for the Function about that message or call until then.
function causeOf(alert: Alert, requests: RequestItem[]): RequestItem | undefined {
  return requests.findLast((request) => isOf(alert, request));
}
