import { type Field, isChanged } from './form';
import './Fields.css';

interface Props {
  legend: string;
  fields: Field[];
  onChange: (fields: Field[]) => void;
}

// Names and values to edit; what changed is marked.
export function Fields({ legend, fields, onChange }: Props) {
  const change = (i: number, part: Partial<Field>) => onChange(fields.map((field, own) => (own === i ? { ...field, ...part } : field)));
  return (
    <fieldset class="fields">
      <legend>{legend}</legend>
      {fields.map((field, i) => (
        <div key={i} class={`fields-row${isChanged(field) ? ' is-changed' : ''}`}>
          <span class="fields-mark" aria-hidden="true">{isChanged(field) ? '•' : ''}</span>
          <input class="code" aria-label={`${legend}: name ${i + 1}`} value={field.name} onInput={(event) => change(i, { name: event.currentTarget.value })} />
          <input class="code" aria-label={`${legend}: ${field.name || `value ${i + 1}`}${isChanged(field) ? ', changed' : ''}`} value={field.value} onInput={(event) => change(i, { value: event.currentTarget.value })} />
          <button type="button" class="plain" aria-label={`Remove ${field.name || `row ${i + 1}`}`} onClick={() => onChange(fields.filter((_, own) => own !== i))}>✕</button>
        </div>
      ))}
      <button type="button" class="plain" onClick={() => onChange([...fields, { name: '', value: '', was: null }])}>+ Add</button>
    </fieldset>
  );
}
