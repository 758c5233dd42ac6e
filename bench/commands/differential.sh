#!/usr/bin/env bash
# Our trees against acorn's, byte for byte, on every file of the corpus that "parser" uses
corpus="$BENCH_CACHE/corpus"
npm_packages "$corpus" twilio-run@5.0.1 eslint esbuild typescript
AHOY_CORPUS="$corpus/node_modules" dotnet test "$BENCH_ROOT/tests/Ahoy.JavaScript.Tests" \
  --filter "FullyQualifiedName~Parse_Corpus_GivesAcornsTrees" --logger "console;verbosity=detailed"
