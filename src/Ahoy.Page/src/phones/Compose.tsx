import { useEffect, useRef, useState } from 'preact/hooks';
import { text as sendText, upload } from '../http';
import './Compose.css';

interface Props {
  number: string;
  target: string;
  isFocused: boolean;
  onProblem: (problem: string | null) => void;
}

// Writes a message, with files where the user adds them.
export function Compose({ number, target, isFocused, onProblem }: Props) {
  const [body, setBody] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const input = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFocused) {
      input.current?.focus();
    }
  }, []);
  const submit = async () => {
    if (body === '' && files.length === 0) {
      return;
    }

    onProblem(null);
    const [sent, attached] = [body, files];
    setBody('');
    setFiles([]);
    try {
      await sendText(number, target, sent, await Promise.all(attached.map(upload)));
    } catch (error) {
      onProblem((error as Error).message);
      setBody(sent);
      setFiles(attached);
    }
  };
  return (
    <form
      class="compose"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <textarea
        ref={input}
        rows={2}
        aria-label={`Message from ${number}`}
        placeholder="Message"
        value={body}
        onInput={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            void submit();
          }
        }}
      />
      <input ref={picker} type="file" multiple hidden aria-label="Files" onChange={(event) => setFiles([...(event.currentTarget.files ?? [])])} />
      <div class="compose-buttons">
        <button class="primary" disabled={target === '' || (body === '' && files.length === 0)}>Send</button>
        <button type="button" class="plain" onClick={() => picker.current?.click()}>{files.length === 0 ? 'Files…' : `${files.length} ${files.length === 1 ? 'file' : 'files'}`}</button>
      </div>
    </form>
  );
}
