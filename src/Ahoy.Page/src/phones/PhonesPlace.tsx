export function PhonesPlace(_: { item: string | null }) {
  return <div class="place" />;
}
