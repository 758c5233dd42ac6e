import { go } from '../lib/address';
import { useStore } from '../store/store';
import { fresh, toSend } from './form';
import { RequestForm } from './RequestForm';

// A request that is made up: `new`, or `new <domain> <path>`, where the path may have a query.
export function NewRequest({ item }: { item: string }) {
  const service = useStore((state) => state.service);
  const [, domain, ...path] = item.split(' ');
  const served = service?.services.find((one) => one.domainName === domain) ?? service?.services[0];
  if (served === undefined) {
    return null;
  }

  const isProtected = served.routes.find((route) => route.path === path.join(' ').split('?')[0])?.visibility === 'protected';
  const draft = fresh(path.join(' ') || served.routes.find((route) => route.visibility !== 'private')?.path || '/', served.canSign && isProtected);
  const isAsset = served.routes.find((route) => route.path === draft.path)?.kind === 'Asset';
  return (
    <div class="request-detail">
      <header>
        <h2>A new request to {served.name}</h2>
      </header>
      <RequestForm
        draft={isAsset ? { ...draft, method: 'GET', headers: [], kind: 'none' } : draft}
        canSign={served.canSign}
        toSend={(edited) => toSend(edited, { service: served.domainName })}
        onSent={(sid) => go('requests', sid)}
        onCancel={() => go('requests')}
      />
    </div>
  );
}
