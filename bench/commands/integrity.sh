#!/usr/bin/env bash
# integrity [SECONDS] [SEED]: every byte of every answer under a random load, with kills, saves and deploys (60 s); ends with 1 where one is wrong

seconds="${1:-60}"
seed="${2:-$((RANDOM * 32768 + RANDOM))}"
dotnet build "$BENCH_ROOT/src/Ahoy.Host" -c Release --nologo -v:q >&2
dotnet build "$BENCH_ROOT/bench/Ahoy.Integrity" -c Release --nologo -v:q >&2
exec dotnet exec "$BENCH_ROOT/bench/Ahoy.Integrity/bin/Release/net10.0/Ahoy.Integrity.dll" \
  "$BENCH_ROOT/src/Ahoy.Host/bin/Release/net10.0/Ahoy.Host.dll" "$seconds" "$seed"
