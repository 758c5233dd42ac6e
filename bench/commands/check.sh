#!/usr/bin/env bash
# Rules over a folder of 244 files: `ahoy check`, what the rules add to a warm `dotnet build`, ESLint, Biome and oxlint
need hyperfine hyperfine
sources="$BENCH_CACHE/check-sources"
peers="$BENCH_CACHE/linters"
npm_packages "$sources" express@5.1.0 async@3.2.6 lodash@4.17.21 undici@7.10.0
npm_packages "$peers" eslint@9 eslint-plugin-promise eslint-plugin-n eslint-plugin-no-floating-promise @biomejs/biome oxlint

# The same files each time: the first 244 between 0.5 and 20 kB that are CommonJS, in order of their names.
work="$BENCH_CACHE/check-service"
rm -rf "$work"
mkdir -p "$work/functions"
count=0
while IFS= read -r file; do
  cp "$file" "$work/functions/$(printf '%03d' "$count")-$(basename "$file")"
  count=$((count + 1))
  [ "$count" -lt 244 ] || break
done < <(cd "$sources" && find "$PWD/node_modules" -name '*.js' -size +1 -size -40 -path '*/lib/*' -not -path '*/test/*' | LC_ALL=C sort)
echo "$count files, $(cat "$work"/functions/*.js | wc -c) bytes"

# Libraries export no handler: as private Functions they are judged by every rule that applies to libraries, and every second
# one becomes an endpoint of a common shape, so that the flow rules have paths to follow.
for file in "$work"/functions/*[02468]-*.js; do
  cat >>"$file" <<'JS'

exports.handler = async function (context, event, callback) {
  try {
    const client = context.getTwilioClient();
    for (const to of [].concat(event.to)) {
      await client.messages.create({ to, from: context.FROM, body: event.body });
    }
    if (event.quiet) {
      return callback();
    }
    return callback(null, { sent: true });
  } catch (error) {
    return callback(error);
  }
};
JS
done
echo '{ "name": "check-service", "version": "1.0.0" }' >"$work/package.json"
# The comparison is about rules, not about what MSBuild inherits from this repository.
echo '<Project />' | tee "$work/Directory.Build.props" >"$work/Directory.Build.targets"

cat >"$peers/eslint.config.mjs" <<'JS'
import promise from 'eslint-plugin-promise';
import n from 'eslint-plugin-n';
import floating from 'eslint-plugin-no-floating-promise';
export default [{
  files: ['**/*.js'],
  languageOptions: { sourceType: 'commonjs', ecmaVersion: 2025 },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  plugins: { promise, n, floating },
  rules: {
    ...promise.configs['flat/recommended'].rules,
    'n/callback-return': 'warn', 'n/handle-callback-err': 'warn', 'n/no-missing-require': 'off',
    'floating/no-floating-promise': 'warn',
  },
}];
JS
# Linters look below their configuration's folder only.
rm -rf "$peers/functions" && cp -r "$work/functions" "$peers/functions"

dotnet build "$BENCH_ROOT/src/Ahoy.Cli" -c Release -v quiet -nologo >&2
dotnet pack "$BENCH_ROOT/src/Ahoy.Sdk" -c Release -o "$BENCH_CACHE/check-packages" -v quiet >&2
ahoy="$BENCH_ROOT/src/Ahoy.Cli/bin/Release/net10.0/ahoy.dll"
export NUGET_PACKAGES="$BENCH_CACHE/check-nuget" UseSharedCompilation=true
rm -rf "$NUGET_PACKAGES/ahoy.sdk"
echo "<configuration><packageSources><clear/><add key='ahoy' value='$BENCH_CACHE/check-packages'/></packageSources></configuration>" >"$work/nuget.config"
echo '<Project Sdk="Ahoy.Sdk/0.1.0" />' >"$work/check-service.csproj"
printf 'root = true\n' >"$work/.editorconfig"
dotnet build "$work" -v quiet -nologo >/dev/null 2>&1 || true

touched="$work/functions/$(ls "$work/functions" | head -n 1)"
build="dotnet build $work --no-restore -v quiet -nologo"
hyperfine --style basic --ignore-failure --warmup 1 --runs 7 --export-json "$BENCH_CACHE/check.json" \
  --prepare true --command-name 'ahoy check' "dotnet $ahoy check $work" \
  --prepare true --command-name 'ESLint with three plugins' "cd $peers && npx --no-install eslint functions" \
  --prepare true --command-name 'Biome' "cd $peers && npx --no-install biome lint functions" \
  --prepare true --command-name 'oxlint' "cd $peers && npx --no-install oxlint --promise-plugin --node-plugin functions" \
  --prepare "touch $touched" --command-name 'dotnet build without rules' "$build -p:RunAnalyzers=false" \
  --prepare "touch $touched" --command-name 'dotnet build with rules' "$build -p:RunAnalyzers=true" >&2

node -e '
  const runs = Object.fromEntries(require(process.argv[1]).results.map((r) => [r.command, r.median]));
  for (const [name, seconds] of Object.entries(runs)) console.log(`${name}: ${seconds.toFixed(3)} s`);
  console.log(`the rules add ${(runs["dotnet build with rules"] - runs["dotnet build without rules"]).toFixed(3)} s to a warm build`);
  for (const peer of ["ESLint with three plugins", "Biome", "oxlint"])
    console.log(`ahoy check takes ${(runs["ahoy check"] / runs[peer]).toFixed(2)} times as long as ${peer}`);
' "$BENCH_CACHE/check.json"
