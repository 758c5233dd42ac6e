import { useState } from 'preact/hooks';
import { current, useStore } from '../store/store';
import { everything, type Filter } from './filter';
import { FirstSteps } from './FirstSteps';
import { NewRequest } from './NewRequest';
import { RequestDetailView } from './RequestDetailView';
import { RequestList } from './RequestList';
import './RequestsPlace.css';

// The list beside one request.
export function RequestsPlace({ item }: { item: string | null }) {
  const [filter, setFilter] = useState<Filter>(everything);
  const hasRequests = useStore((state) => state.requests.length > 0);
  const isKnown = useStore((state) => state.service !== null);
  if (!hasRequests && item === null) {
    return isKnown || current().service !== null ? <FirstSteps /> : null;
  }

  return (
    <div class={`requests${item === null ? '' : ' has-item'}`}>
      <RequestList chosen={item} filter={filter} onFilter={setFilter} />
      <section class="requests-detail" aria-label="Request" tabIndex={-1}>
        {item === null ? (
          <div class="requests-hint">
            <p class="quiet">Choose a request to see what came in, what was answered and what happened in between.</p>
          </div>
        ) : item === 'new' || item.startsWith('new ') ? (
          <NewRequest key={item} item={item} />
        ) : (
          <RequestDetailView key={item} sid={item} />
        )}
      </section>
    </div>
  );
}
