import { useState } from 'preact/hooks';
import { deploy, readService } from '../http';
import { dateTime } from '../lib/format';
import type { EnvironmentItem } from '../store/types';
import { Question } from '../ui/Question';

interface Plan {
  title: string;
  text: string;
  environment: EnvironmentItem;
  buildSid: string;
}

// Where Services are deployed: a Build can be promoted to another Environment, and an Environment rolled back; both are asked first.
export function Environments({ environments }: { environments: EnvironmentItem[] }) {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const carryOut = async () => {
    const { environment, buildSid } = plan!;
    setPlan(null);
    setProblem(null);
    try {
      await deploy(environment.serviceSid, environment.sid, buildSid);
      await readService();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };

  return (
    <section aria-label="Environments">
      <h2>Environments</h2>
      {problem === null ? null : <p class="note bad" role="alert">{problem}</p>}
      {environments.length === 0 ? (
        <p class="quiet">Nothing is deployed. `ahoy deploy`, or `dotnet publish`, does it from a project’s folder.</p>
      ) : (
        <div class="table">
          <table>
            <thead><tr><th>Service</th><th>Environment</th><th>Address</th><th>Build</th><th>Deployed</th><th>Change</th></tr></thead>
            <tbody>
              {environments.map((environment) => {
                const before = environment.deployments.find((deployment) => deployment.buildSid !== environment.buildSid);
                const others = environments.filter((other) => other.serviceSid === environment.serviceSid && other.sid !== environment.sid && other.buildSid !== environment.buildSid);
                return (
                  <tr key={environment.sid}>
                    <td>{environment.service}</td>
                    <td>{environment.name}</td>
                    <td class="mono">{environment.domainName}</td>
                    <td class="mono">{environment.buildSid ?? 'none'}</td>
                    <td>{environment.deployments[0] === undefined ? 'never' : dateTime(environment.deployments[0].at)}</td>
                    <td class="row">
                      {environment.buildSid === null
                        ? null
                        : others.map((other) => (
                            <button
                              key={other.sid}
                              onClick={() =>
                                setPlan({
                                  title: `Promote to ${other.name}?`,
                                  text: `The Build ${environment.buildSid}, which is live in ${environment.name}, answers all requests to ${other.domainName} from then on.`,
                                  environment: other,
                                  buildSid: environment.buildSid!,
                                })
                              }
                            >
                              Promote to {other.name}…
                            </button>
                          ))}
                      {before === undefined || environment.buildSid === null ? null : (
                        <button
                          onClick={() =>
                            setPlan({
                              title: `Roll ${environment.name} back?`,
                              text: `The Build ${before.buildSid} of ${dateTime(before.at)} answers all requests to ${environment.domainName} again.`,
                              environment,
                              buildSid: before.buildSid,
                            })
                          }
                        >
                          Roll back…
                        </button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {plan === null ? null : <Question title={plan.title} text={plan.text} yes={plan.title.startsWith('Roll') ? 'Roll back' : 'Promote'} onYes={() => void carryOut()} onNo={() => setPlan(null)} />}
    </section>
  );
}
