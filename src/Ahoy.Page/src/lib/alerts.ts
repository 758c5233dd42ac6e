// What Twilio complained of and the requests that brought it about: pure.

import type { Alert, RequestItem } from '../store/types';

// Whether an alert came with a request: about the same message or call, and the same Function.
export function isOf(alert: Alert, request: RequestItem): boolean {
  return request.subject !== null && alert.sid === request.subject && (alert.function === null || request.path === null || alert.function.endsWith(request.path));
}

// Alerts that say the same are told once, with their number.

export function grouped<T extends { code: number; message: string }>(alerts: T[]): { alert: T; times: number }[] {
  const groups = new Map<string, { alert: T; times: number }>();
  for (const alert of alerts) {
    const key = `${alert.code} ${alert.message}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { alert, times: 1 });
    } else {
      group.times++;
    }
  }

  return [...groups.values()];
}
