import { count } from '../lib/format';
import type { FindingItem } from '../store/types';
import { EditorLink } from '../ui/EditorLink';

const signs: Record<string, [string, string]> = { error: ['✕ error', 'status bad'], warning: ['! warning', 'status warn'] };

// What the rules and the checks of the Build have to say.
export function Findings({ findings, editorLink }: { findings: FindingItem[] | null; editorLink: string }) {
  return (
    <section aria-label="Findings">
      <h2>{findings === null || findings.length === 0 ? 'Findings' : count(findings.length, 'finding')}</h2>
      {findings === null ? (
        <p class="quiet">The rules look at the project.</p>
      ) : findings.length === 0 ? (
        <p class="quiet">The rules find nothing in the project.</p>
      ) : (
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
                    <td>{finding.message}</td>
                    <td><EditorLink link={editorLink} file={finding.file} fullPath={finding.fullPath} line={finding.line} /></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
