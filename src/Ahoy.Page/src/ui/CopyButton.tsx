import { useEffect, useState } from 'preact/hooks';

// Copies a text, and says so.
export function CopyButton({ text, children }: { text: string | (() => string); children: string }) {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (isDone) {
      const timer = setTimeout(() => setDone(false), 1_500);
      return () => clearTimeout(timer);
    }

    return undefined;
  }, [isDone]);
  return (
    <button
      class="plain"
      onClick={() => {
        void navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(() => setDone(true));
      }}
    >
      {isDone ? 'Copied' : children}
    </button>
  );
}
