// Alerts that say the same are told once, with their number: pure.

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
