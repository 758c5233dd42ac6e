import { useState } from 'preact/hooks';
import { size } from '../lib/format';

const first = 10_000;

// A text of any length: the browser lays out a part of a long one until the user wants all.
export function LongText({ text, label }: { text: string; label?: string }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > first && !isWhole;
  return (
    <>
      <pre aria-label={label} tabIndex={0}>{isLong ? text.slice(0, first) : text}</pre>
      {isLong ? (
        <button class="plain" onClick={() => setWhole(true)}>
          Show all ({size(text.length)})
        </button>
      ) : null}
    </>
  );
}
