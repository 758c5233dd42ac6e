import { LongText } from './LongText';
import './Pairs.css';

// Names and values.
export function Pairs({ pairs, none }: { pairs: [string, string][]; none: string }) {
  return pairs.length === 0 ? (
    <p class="quiet">{none}</p>
  ) : (
    <dl class="pairs">
      {pairs.map(([name, value], i) => (
        <div key={i}>
          <dt>{name}</dt>
          <dd>{value === '' ? <span class="quiet">(empty)</span> : value.length > 2_000 ? <LongText text={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
