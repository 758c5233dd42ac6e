import { useState } from 'preact/hooks';
import { readFindings } from '../http';
import { go } from '../lib/address';
import { count } from '../lib/format';
import type { FindingItem } from '../store/types';
import { EditorLink } from '../ui/EditorLink';

const signs: Record<string, [string, string]> = { error: ['✕ error', 'status bad'], warning: ['! warning', 'status warn'] };

// What the rules and the checks of the Build have to say.
export function Findings({ findings, editorLink }: { findings: FindingItem[] | null; editorLink: string }) {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const prove = () => {
    setRunning(true);
    setProblem(null);
    readFindings(true).catch((error: Error) => setProblem(error.message)).finally(() => setRunning(false));
  };
  return (
    <section aria-label="Findings">
      <h2>{findings === null || findings.length === 0 ? 'Findings' : count(findings.length, 'finding')}</h2>
      {findings === null ? (
        <p class="quiet">The rules look at the project.</p>
      ) : findings.length === 0 ? (
        <p class="quiet">The rules find nothing in the project.</p>
      ) : (
        <>
        <p class="row">
          <button disabled={isRunning} onClick={prove}>{isRunning ? 'Functions run…' : 'Show by runs'}</button>
          <span class="quiet">Makes the requests that lead to each finding, with a clock and a network that are played.</span>
        </p>
        {problem === null ? null : <p class="note bad" role="alert">{problem}</p>}
        <div class="table">
          <table>
            <thead><tr><th>Rule</th><th>Severity</th><th>What</th><th>Where</th></tr></thead>
            <tbody>
              {findings.map((finding, i) => {
                const [sign, kind] = signs[finding.severity] ?? [finding.severity, 'quiet'];
                return (
                  <tr key={i}>
                    <td><a href={`https://github.com/ahoy-dotnet/ahoy/blob/main/docs/rules/${finding.id}.md`} target="_blank" rel="noreferrer">{finding.id}</a></td>
                    <td><span class={kind}>{sign}</span></td>
                    <td>
                      {finding.message}
                      {finding.proof === null ? null : <p class="quiet">{finding.proof}</p>}
                      {finding.target === null ? null : <button class="plain" aria-label={`Send it: ${finding.target}`} onClick={() => go('requests', `new - ${finding.target}`)}>Send it</button>}
                    </td>
                    <td><EditorLink link={editorLink} file={finding.file} fullPath={finding.fullPath} line={finding.line} /></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        </>
      )}
    </section>
  );
}
