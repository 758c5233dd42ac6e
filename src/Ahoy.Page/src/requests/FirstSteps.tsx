import { go } from '../lib/address';
import { useStore } from '../store/store';
import { CopyButton } from '../ui/CopyButton';
import { usualOrigin } from './copy';
import { looksLike } from './kinds';
import './FirstSteps.css';

// A fresh start: what there is to try.
export function FirstSteps() {
  const service = useStore((state) => state.service)!;
  return (
    <div class="place first-steps">
      <h2>Nothing has been asked yet</h2>
      <p class="quiet">Requests appear here as they come. Try one of these; the line under it does the same in a terminal.</p>
      {service.services.length === 0 ? <p>Nothing is deployed to this host. `ahoy deploy` does it, from a project’s folder.</p> : null}
      {service.services.map((served) => (
        <ul key={served.domainName}>
          {served.routes
            .filter((route) => route.visibility !== 'private')
            .slice(0, 50)
            .map((route) => {
              const kind = service.isOffline && route.kind === 'Function' ? looksLike(route.path) : 'request';
              const path = service.command === 'serve' ? `${served.name}${route.path}` : route.path;
              const command =
                kind === 'message' ? `ahoy text ${path} "Hello"` : kind === 'call' ? `ahoy call ${path}`
                : route.visibility === 'protected' ? `ahoy invoke ${route.path} --signed${`http://${served.domainName}` === usualOrigin ? '' : ` --url http://${served.domainName}`}` : `curl http://${served.domainName}${encodeURI(route.path)}`;
              const title = kind === 'message' ? 'Text it' : kind === 'call' ? 'Call it' : 'Try it';
              return (
                <li key={route.path}>
                  <div>
                    <code class="first-path">{route.path}</code>{' '}
                    <span class="quiet">{route.visibility === 'public' ? route.kind : `${route.visibility} ${route.kind}`}</span>
                    <div class="first-command">
                      <code>{command}</code>
                      <CopyButton text={command}>Copy</CopyButton>
                    </div>
                  </div>
                  <span class="row">
                    {kind === 'request' ? null : (
                      <button class="primary" aria-label={`${title}: ${route.path}`} onClick={() => go('phones', `${kind === 'call' ? 'call' : 'text'} ${path}`)}>
                        {title}
                      </button>
                    )}
                    <button class={kind === 'request' ? 'primary' : ''} aria-label={`${kind === 'request' ? 'Try it' : 'Request'}: ${route.path}`} onClick={() => go('requests', `new ${served.domainName} ${route.path}`)}>
                      {kind === 'request' ? 'Try it' : 'Request'}
                    </button>
                  </span>
                </li>
              );
            })}
        </ul>
      ))}
      {service.isOffline ? null : (
        <p class="note">
          To get phones that text and call your Functions, start the host with <code>--offline</code>: <code>ahoy start --offline</code>, or <code>dotnet run -- --offline</code>.
        </p>
      )}
    </div>
  );
}
