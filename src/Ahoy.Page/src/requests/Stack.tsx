import { useStore } from '../store/store';
import type { StackItem } from '../store/types';
import { EditorLink } from '../ui/EditorLink';
import './Stack.css';

// Where it failed: the project's own lines with their source, then the rest.
export function Stack({ stack }: { stack: StackItem[] }) {
  const link = useStore((state) => state.service?.editorLink);
  const first = stack.find((frame) => frame.source !== null);
  return (
    <section class="stack" aria-label="Where it failed">
      {first === undefined ? null : (
        <>
          <h3>
            <EditorLink link={link} file={first.file!} fullPath={first.fullPath} line={first.line} />
          </h3>
          <pre class="stack-source" tabIndex={0} aria-label="The source">
            {first.source!.map(({ number, text }) => (
              <span key={number} class={number === first.line ? 'stack-here' : ''}>
                <span class="quiet">{String(number).padStart(5)} </span>
                {text}
              </span>
            ))}
          </pre>
        </>
      )}
      <ol class="mono">
        {stack.map((frame, i) => (
          <li key={i} class={frame.file === null ? 'quiet' : ''}>{frame.text}</li>
        ))}
      </ol>
    </section>
  );
}
