import { go, to } from '../lib/address';
import { size, time } from '../lib/format';
import { useStore } from '../store/store';
import type { ServedItem } from '../store/types';
import { EditorLink } from '../ui/EditorLink';
import { Status } from '../ui/Status';

// Functions and Assets, with what each answered last.
export function Routes({ served, editorLink }: { served: ServedItem; editorLink: string }) {
  const requests = useStore((state) => state.requests);
  return (
    <>
      <h2>Routes</h2>
      <div class="table">
        <table>
          <thead><tr><th>Path</th><th>Kind</th><th>Visibility</th><th>File</th><th class="number">Size</th><th>Last answer</th><td /></tr></thead>
          <tbody>
            {served.routes.map((route) => {
              const last = requests.findLast((request) => request.path === route.path && request.service === served.name);
              return (
                <tr key={route.kind + route.path}>
                  <td class="mono">{route.path}</td>
                  <td>{route.kind}{route.kind === 'Asset' ? <span class="quiet"> {route.contentType}</span> : null}</td>
                  <td>{route.visibility}</td>
                  <td><EditorLink link={editorLink} file={route.file} fullPath={route.fullPath} line={0} /></td>
                  <td class="number">{size(route.size)}</td>
                  <td>{last === undefined ? <span class="quiet">none</span> : <><Status status={last.status} /> <a href={to('requests', last.sid)}>{time(last.at)}</a></>}</td>
                  <td>{route.visibility === 'private' ? null : <button class="plain" aria-label={`Try it: ${route.path}`} onClick={() => go('requests', `new ${served.domainName} ${route.path}`)}>Try it</button>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
