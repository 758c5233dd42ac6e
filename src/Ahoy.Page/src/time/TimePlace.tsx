export function TimePlace(_: { item: string | null }) {
  return <div class="place" />;
}
