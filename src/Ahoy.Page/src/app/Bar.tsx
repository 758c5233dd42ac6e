import { to } from '../lib/address';
import { count, time } from '../lib/format';
import { useStore } from '../store/store';
import { CopyButton } from '../ui/CopyButton';
import './Bar.css';

// What is served, where, and how it is.
export function Bar() {
  const service = useStore((state) => state.service);
  const clock = useStore((state) => state.clock);
  const alerts = useStore((state) => state.alerts.length);
  const isConnected = useStore((state) => state.isConnected);
  const served = service?.services ?? [];
  const url = served.length === 1 ? `http://${served[0]!.domainName}` : service?.gatewayUrl;
  return (
    <header class="bar">
      <h1>{served.length === 1 ? served[0]!.name : service === null ? 'Ahoy' : count(served.length, 'Service')}</h1>
      {url === undefined ? null : (
        <span class="bar-address">
          <code>{url}</code>
          <CopyButton text={url}>Copy</CopyButton>
        </span>
      )}
      <span class="grow" />
      {isConnected ? null : (
        <span class="bar-lost" role="status">
          ✕ The host does not answer
        </span>
      )}
      {service === null ? null : <span class="bar-mode">{service.isOffline ? 'Twilio is offline' : 'Twilio is not simulated'}</span>}
      {clock === null ? null : (
        <a class="bar-clock" href={to('time')}>
          {clock.mode === 'real' ? 'Clock: real' : `Clock: ${clock.mode}, ${time(clock.now)}`}
        </a>
      )}
      {alerts === 0 ? null : (
        <a class="bar-alerts" href={to('alerts')}>
          <span aria-hidden="true">! </span>
          {count(alerts, 'alert')}
        </a>
      )}
    </header>
  );
}
