import { useEffect, useState } from 'preact/hooks';
import { readFindings } from '../http';
import { useStore } from '../store/store';
import { Environments } from './Environments';
import { Findings } from './Findings';
import { Limits } from './Limits';
import { Routes } from './Routes';
import './ServicePlace.css';

// What is served: its routes, variables, findings and limits, and where it is deployed.
export function ServicePlace(_: { item: string | null }) {
  const service = useStore((state) => state.service);
  const findings = useStore((state) => state.findings);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (service !== null) {
      readFindings().catch((error: Error) => setProblem(error.message));
    }
  }, [service]);
  if (service === null) {
    return null;
  }

  return (
    <div class="place service">
      {problem === null ? null : <p class="note bad" role="alert">{problem}</p>}
      {service.environments === null ? null : <Environments environments={service.environments} />}
      {service.folder === null ? null : <Findings findings={findings} editorLink={service.editorLink} />}
      {service.services.map((served) => (
        <section key={served.domainName} aria-label={`${served.name}, ${served.domainName}`}>
          {service.services.length > 1 ? <h2 class="service-name">{served.name} <span class="quiet">{served.domainName}</span></h2> : null}
          <Routes served={served} editorLink={service.editorLink} />
          <h2>Variables</h2>
          <p class="quiet">Names only: a value is never shown.</p>
          <div class="table">
            <table>
              <thead><tr><th>Name</th><th>From</th></tr></thead>
              <tbody>
                {served.variables.map((variable) => (
                  <tr key={variable.name}>
                    <td class="mono">{variable.name}</td>
                    <td>{variable.origin}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Limits served={served} />
        </section>
      ))}
    </div>
  );
}
