import { important, type Value as Any } from '../lib/event';
import { LongText } from '../ui/LongText';
import { Pairs } from '../ui/Pairs';

// A value of JSON: names and values where it is flat, else as text.
export function Value({ value }: { value: Any }) {
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((own) => own === null || typeof own !== 'object')) {
    return <Pairs pairs={important(Object.entries(value)).map(([name, own]) => [name, typeof own === 'string' ? own : String(own)])} none="It is empty." />;
  }

  return <LongText text={JSON.stringify(value, null, 2)} />;
}
