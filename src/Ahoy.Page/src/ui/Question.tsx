import { useEffect, useRef } from 'preact/hooks';
import './Question.css';

interface Props {
  title: string;
  text: string;
  yes: string;
  onYes: () => void;
  onNo: () => void;
}

// Asks before something is changed that others see. Escape is a no.
export function Question({ title, text, yes, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog class="question" ref={dialog} aria-labelledby="question-title" onClose={onNo} onCancel={onNo}>
      <h2 id="question-title">{title}</h2>
      <p>{text}</p>
      <p class="row">
        <button class="primary" onClick={onYes}>{yes}</button>
        <button onClick={onNo}>Cancel</button>
      </p>
    </dialog>
  );
}
