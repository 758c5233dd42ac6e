export function ServicePlace(_: { item: string | null }) {
  return <div class="place" />;
}
