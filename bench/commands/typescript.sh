#!/usr/bin/env bash
# typescript [SAVES] [FUNCTIONS]: from a save of a .ts file to the first answer of the new code, with TypeScript 5, 6 and 7; beside each compiler's own --watch, to its output

saves="${1:-20}" functions="${2:-30}"
scratch
dotnet build "$BENCH_ROOT/src/Ahoy.Cli" -c Release --nologo -v:q >&2
for version in 5 6 7; do
  service="$work/ts$version"
  npm_packages "$BENCH_CACHE/typescript-$version" "typescript@$version"
  mkdir -p "$service/src/functions"
  ln -s "$BENCH_CACHE/typescript-$version/node_modules" "$service/node_modules"
  echo "{ \"name\": \"bench\", \"devDependencies\": { \"typescript\": \"$version\" } }" >"$service/package.json"
  echo '{ "compilerOptions": { "target": "es2022", "module": "commonjs", "strict": true, "outDir": "dist", "types": [], "skipLibCheck": true } }' >"$service/tsconfig.json"
  for i in $(seq "$functions"); do
    echo "export const handler = (context: unknown, event: Record<string, string>, callback: (error: unknown, result?: unknown) => void): void => callback(null, { text: event.Body ?? '$i' });" >"$service/src/functions/f$i.ts"
  done
  # The peer works in a copy: both would write the same files.
  cp -r "$service" "$work/peer$version"
  (cd "$work/peer$version" && exec node "$BENCH_CACHE/typescript-$version/node_modules/typescript/bin/tsc" --watch --preserveWatchOutput) >"$work/peer$version.log" 2>&1 &
  pids+=($!)
  dotnet exec "$BENCH_ROOT/src/Ahoy.Cli/bin/Release/net10.0/ahoy.dll" start "$service" --port 0 --no-logs --no-page >"$work/host$version.log" 2>&1 &
  pids+=($!)
  until grep -q 'ahoy: ready' "$work/host$version.log"; do sleep 0.05; done
  url="$(sed -n 's/^ahoy: ready url=\([^ ]*\).*/\1/p' "$work/host$version.log")"
  node "$BENCH_ROOT/bench/commands/typescript.mjs" "TypeScript $version" "$url" "$service" "$work/peer$version" "$saves"
  stop_all
  pids=()
done
