#!/usr/bin/env bash
# Rules over a folder of 244 files: `ahoy check`, what the rules add to a warm `dotnet build`, ESLint, Biome and oxlint
need hyperfine hyperfine
sources="$BENCH_CACHE/check-sources"
peers="$BENCH_CACHE/linters"
npm_packages "$sources" express@5.1.0 async@3.2.6 undici@7.10.0 nodemailer@7.0.5 knex@3.1.0
npm_packages "$peers" eslint@9 eslint-plugin-promise eslint-plugin-n eslint-plugin-no-floating-promise @biomejs/biome oxlint

endpoint() {
  cat <<'JS'

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
}

# The same files each time: the first 244 of a size that people write, in order of their names; all are CommonJS.
work="$BENCH_CACHE/check-service"
rm -rf "$work"
mkdir -p "$work/functions"
count=0
while IFS= read -r file; do
  # Libraries export no handler: every second one is a private Function, judged by the rules that apply to libraries, and the others
  # become endpoints of a common shape, so that the flow rules have paths to follow.
  name="$(printf '%03d' "$count")-$(basename "$file" .js)"
  if [ $((count % 2)) = 0 ]; then
    { cat "$file"; endpoint; } >"$work/functions/$name.js"
  else
    cp "$file" "$work/functions/$name.private.js"
  fi
  count=$((count + 1))
  [ "$count" -lt 244 ] || break
done < <(cd "$sources/node_modules" && find "$PWD" -name '*.js' -size +400c -size -15500c -path '*/lib/*' -not -path '*/test/*' | LC_ALL=C sort)
bytes="$(cat "$work"/functions/*.js | wc -c)"
echo "$count files, $bytes bytes"
[ "$count" = 244 ] && [ "$bytes" -gt 1100000 ] && [ "$bytes" -lt 1200000 ] ||
  { echo "The folder is not like the one that is asked for: 244 files, 1.15 MB." >&2; exit 1; }

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

dotnet build "$BENCH_ROOT/src/Ahoy.Sdk" -c Release -v quiet -nologo >&2
rm -rf "$BENCH_CACHE/check-packages"
dotnet pack "$BENCH_ROOT/src/Ahoy.Sdk" -c Release --no-build -p:AhoyVersion=0.1.0 -o "$BENCH_CACHE/check-packages" -v quiet >&2
dotnet pack "$BENCH_ROOT/src/Ahoy.Cli" -c Release --no-build -p:AhoyVersion=0.1.0 -o "$BENCH_CACHE/check-packages" -v quiet >&2
export NUGET_PACKAGES="$BENCH_CACHE/check-nuget" UseSharedCompilation=true
rm -rf "$NUGET_PACKAGES/ahoy.sdk" "$NUGET_PACKAGES/ahoy" "$BENCH_CACHE/check-tool"
echo "<configuration><packageSources><clear/><add key='ahoy' value='$BENCH_CACHE/check-packages'/></packageSources></configuration>" >"$work/nuget.config"
(cd "$work" && dotnet tool install ahoy --version 0.1.0 --tool-path "$BENCH_CACHE/check-tool" >&2)
ahoy="$BENCH_CACHE/check-tool/ahoy"
echo '<Project Sdk="Ahoy.Sdk/0.1.0" />' >"$work/check-service.csproj"
# Nothing is an error, so that both builds go on to the bundle.
{
  echo 'root = true'
  echo '[*.js]'
  sed -n 's/^\(AHOY[0-9]*\) | [^|]* | Error .*/dotnet_diagnostic.\1.severity = warning/p' "$BENCH_ROOT"/src/Ahoy.Analyzers/AnalyzerReleases.*.md
  # Out of their packages, each file's requires lead nowhere: 1,400 true findings, which nobody has. They are looked for, and not written.
  echo 'dotnet_diagnostic.AHOY4005.severity = silent'
  echo 'dotnet_diagnostic.AHOY4007.severity = silent'
} >"$work/.editorconfig"

# No `ls | head`: it ends by a signal when head is the quicker one, and with it all of this.
touched=("$work"/functions/*)
build="dotnet build $work --no-restore -v quiet -nologo"
bin="$peers/node_modules/.bin"
if ! dotnet build "$work" -v quiet -nologo >"$BENCH_CACHE/check-build.txt" 2>&1; then
  grep -m 5 ': error' "$BENCH_CACHE/check-build.txt" >&2
  echo "The build with rules has errors, and would leave out what the build without rules does." >&2
  exit 1
fi

# One run of each, by turns: a machine that is slower for a minute is so for all of them. The first round warms up.
rounds="${RUNS:-9}"
rm -rf "$BENCH_CACHE/check-rounds" && mkdir "$BENCH_CACHE/check-rounds"
for round in $(seq 0 "$rounds"); do
  # What is found makes an exit code of 1, with the rules here and with linters there; anything else is an accident.
  hyperfine --style basic --ignore-failure --runs 1 --export-json "$BENCH_CACHE/check-rounds/$round.json" \
    --prepare true --command-name 'ahoy check' "$ahoy check $work" \
    --prepare true --command-name 'ESLint with three plugins' "cd $peers && $bin/eslint functions" \
    --prepare true --command-name 'Biome' "cd $peers && $bin/biome lint functions" \
    --prepare true --command-name 'oxlint' "cd $peers && $bin/oxlint --promise-plugin --node-plugin functions" \
    --prepare "touch ${touched[0]}" --command-name 'dotnet build without rules' "$build -p:RunAnalyzers=false" \
    --prepare "touch ${touched[0]}" --command-name 'dotnet build with rules' "$build -p:RunAnalyzers=true" >"$BENCH_CACHE/check-hyperfine.txt" 2>&1 ||
    { cat "$BENCH_CACHE/check-hyperfine.txt" >&2; exit 1; }
done
rm "$BENCH_CACHE/check-rounds/0.json"

node -e '
  const rounds = require("fs").readdirSync(process.argv[1]).map((file) => require(`${process.argv[1]}/${file}`).results);
  const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  const of = (name, value) => median(rounds.map((results) => value(results.find((r) => r.command === name))));
  for (const { command, exit_codes: [code] } of rounds.flat()) {
    if (code > (command.startsWith("dotnet") ? 0 : 1)) {
      console.error(`${command} ended with the exit code ${code}: the figures would mean nothing.`);
      process.exit(1);
    }
  }
  const seconds = (name) => of(name, (r) => r.mean);
  for (const { command } of rounds[0])
    console.log(`${command}: ${seconds(command).toFixed(3)} s, ${of(command, (r) => r.user + r.system).toFixed(3)} s of CPU`);
  const added = rounds.map((results) => results.at(-1).mean - results.at(-2).mean);
  console.log(`the rules add ${median(added).toFixed(3)} s to a warm build`);
  for (const peer of ["ESLint with three plugins", "Biome", "oxlint"])
    console.log(`ahoy check takes ${(seconds("ahoy check") / seconds(peer)).toFixed(2)} times as long as ${peer}`);
' "$BENCH_CACHE/check-rounds"
