import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { clearRequests } from '../http';
import { go } from '../lib/address';
import { isOf } from '../lib/alerts';
import { count, duration, size, time } from '../lib/format';
import { useStore } from '../store/store';
import type { Alert, RequestItem } from '../store/types';
import { Status } from '../ui/Status';
import { type Filter, matching } from './filter';
import './RequestList.css';

const rowHeight = 44;
const beyond = 6; // rows that are drawn above and below what is seen

interface Props {
  chosen: string | null;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

// The requests, newest first. Only the rows that are seen are drawn. Away from the top nothing moves: what is new waits.
export function RequestList({ chosen, filter, onFilter }: Props) {
  const requests = useStore((state) => state.requests);
  const alerts = useStore((state) => state.alerts);
  const lines = useStore((state) => (filter.text === '' ? null : state.lines));
  const all = useMemo(() => matching(requests, lines ?? [], filter), [requests, lines, filter]);
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [frozen, setFrozen] = useState<number | null>(null); // the last request that was there when the user scrolled away

  const shown = useMemo(() => (frozen === null ? all : all.filter((request) => request.sequence <= frozen)), [all, frozen]);
  const waiting = all.length - shown.length;
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  const last = Math.min(shown.length, Math.ceil((top + height) / rowHeight) + beyond);
  const at = (row: number): RequestItem => shown[shown.length - 1 - row]!;
  const chosenRow = chosen === null ? -1 : shown.length - 1 - shown.findIndex((request) => request.sid === chosen);

  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setHeight(entry!.contentRect.height));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const now = box.current!.scrollTop;
    setTop(now);
    if (now > 4 && frozen === null) {
      setFrozen(requests.at(-1)?.sequence ?? null);
    } else if (now <= 4 && frozen !== null) {
      setFrozen(null);
    }
  };

  const toTop = () => {
    setFrozen(null);
    box.current!.scrollTop = 0;
    setTop(0);
  };

  const choose = (row: number) => {
    if (shown.length === 0) {
      return;
    }

    const bounded = Math.max(0, Math.min(shown.length - 1, row));
    go('requests', at(bounded).sid, chosen !== null);
    const element = box.current!;
    if (bounded * rowHeight < element.scrollTop) {
      element.scrollTop = bounded * rowHeight;
    } else if ((bounded + 1) * rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = (bounded + 1) * rowHeight - element.clientHeight;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const row = chosenRow > shown.length - 1 ? -1 : chosenRow;
    const next = { ArrowDown: row + 1, ArrowUp: Math.max(0, row - 1), PageDown: row + page, PageUp: row - page, Home: 0, End: shown.length - 1 }[event.key];
    if (next !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      choose(next);
    } else if (event.key === 'Enter' && chosen !== null) {
      document.querySelector<HTMLElement>('.requests-detail')?.focus();
    }
  };

  // A slash leads to the filter, from anywhere but a field.
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === '/' && !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement)) {
        event.preventDefault();
        document.getElementById('requests-filter')?.focus();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);

  const rows = [];
  for (let row = first; row < last; row++) {
    const request = at(row);
    rows.push(<Row key={request.sequence} request={request} row={row} count={shown.length} isChosen={request.sid === chosen} alert={alerts.find((alert) => isOf(alert, request))} />);
  }

  return (
    <section class="request-list" aria-label="Requests">
      <div class="request-tools">
        <label class="hidden-label" for="requests-filter">Filter by path or text</label>
        <input id="requests-filter" type="search" placeholder="Filter by path or text: /" onKeyDown={(event) => event.key === 'ArrowDown' && box.current!.focus()} value={filter.text} onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })} />
        <label class="hidden-label" for="requests-status">Status</label>
        <select id="requests-status" value={filter.status} onChange={(event) => onFilter({ ...filter, status: event.currentTarget.value as Filter['status'] })}>
          <option value="">Any status</option>
          <option value="good">✓ up to 399</option>
          <option value="warn">! 400 to 499</option>
          <option value="bad">✕ 500 and up</option>
        </select>
        <button onClick={() => go('requests', 'new')}>New</button>
        <button class="plain" onClick={() => void clearRequests().then(() => go('requests'))}>Clear</button>
      </div>
      {waiting > 0 ? (
        <button class="request-waiting" onClick={toTop}>
          {waiting.toLocaleString('en')} new
        </button>
      ) : null}
      <div
        class="request-rows"
        ref={box}
        role="listbox"
        aria-label={count(shown.length, 'request')}
        tabIndex={0}
        aria-activedescendant={chosenRow >= first && chosenRow < last ? `request-${chosen}` : undefined}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const row = (event.target as Element).closest<HTMLElement>('[data-row]');
          if (row !== null) {
            choose(Number(row.dataset.row));
          }
        }}
      >
        {shown.length === 0 ? (
          <div role="option" aria-selected={false} aria-disabled={true} class="request-none">No request is like that.</div>
        ) : (
          <div class="request-space" role="presentation" style={{ height: `${shown.length * rowHeight}px` }}>
            <div role="presentation" style={{ transform: `translateY(${first * rowHeight}px)` }}>{rows}</div>
          </div>
        )}
      </div>
    </section>
  );
}

function Row({ request, row, count: all, isChosen, alert }: { request: RequestItem; row: number; count: number; isChosen: boolean; alert: Alert | undefined }) {
  return (
    <div id={`request-${request.sid}`} class="request-row" role="option" aria-selected={isChosen} aria-posinset={row + 1} aria-setsize={all} data-row={row}>
      <Status status={request.status} />
      <span class="request-target" title={request.target}>
        <span class="request-method">{request.method}</span> {request.target}
      </span>
      <span class="request-time">{duration(request.milliseconds)}</span>
      <span class="request-more">
        {time(request.at)} · {request.from} · {size(request.size)}
        {request.errorCode === 0 ? '' : ` · error ${request.errorCode}`}
        {alert === undefined || alert.code === request.errorCode ? '' : ` · alert ${alert.code}`}
      </span>
    </div>
  );
}
