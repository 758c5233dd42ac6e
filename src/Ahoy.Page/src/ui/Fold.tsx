import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { recall, remember } from '../lib/storage';
import './Fold.css';

interface Props {
  name: string; // what it is remembered by
  title: string;
  note?: string | undefined;
  isOpen?: boolean;
  children: ComponentChildren;
}

// A part that opens and closes, and stays as it was left.
export function Fold({ name, title, note, isOpen = false, children }: Props) {
  const [open, setOpen] = useState(() => recall(`fold.${name}`, isOpen));
  return (
    <details
      class="fold"
      open={open}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now !== open) {
          setOpen(now);
          remember(`fold.${name}`, now);
        }
      }}
    >
      <summary>
        <h3>{title}</h3>
        {note === undefined ? null : <span class="quiet">{note}</span>}
      </summary>
      {open ? <div class="fold-content">{children}</div> : null}
    </details>
  );
}
