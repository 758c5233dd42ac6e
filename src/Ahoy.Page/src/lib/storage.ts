// What the browser remembers for the user; where it may not, nothing is remembered.

export function recall<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`ahoy.${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`ahoy.${key}`, JSON.stringify(value));
  } catch {
    // A window that keeps nothing.
  }
}
