import { useEffect } from 'preact/hooks';
import { to, usePlace } from '../lib/address';
import { useStore } from '../store/store';
import { Bar } from './Bar';
import { places } from './places';
import './App.css';

export function App() {
  const { name, item } = usePlace();
  const place = places.find((known) => known.name === name) ?? places[0]!;
  const service = useStore((state) => state.service?.services[0]?.name);
  useEffect(() => {
    document.title = `${place.title} – ${service ?? 'Ahoy'}`;
  }, [place, service]);
  return (
    <div class="app">
      <Bar />
      <nav aria-label="Places">
        {places.filter((known) => known.isInBar !== true).map(({ name: own, title }) => (
          <a key={own} href={to(own)} aria-current={own === place.name ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <main>
        <place.View item={item} />
      </main>
    </div>
  );
}
