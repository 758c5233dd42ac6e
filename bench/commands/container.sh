#!/usr/bin/env bash
# container: makes an image by `dotnet publish -t:PublishContainer`, and runs what is in it in a chroot; needs root, and no Docker

# The base image, which on most machines is Microsoft's, is made of what this machine has, and served by a registry on the loopback address.
scratch
finish() {
  stop_all
  for mount in proc dev/null dev/urandom; do umount "$work/root/$mount" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
[ "$(id -u)" = 0 ] || { echo "chroot needs root." >&2; exit 2; }

sample="${1:-number-check}"

# The .NET runtime with the libraries that it and Node load, as in mcr.microsoft.com/dotnet/aspnet.
runtimes="$(dotnet --list-runtimes | sed -n 's/^Microsoft\.NETCore\.App .* \[\(.*\)\]$/\1/p' | tail -n 1)"
dotnet_root="$(dirname "$(dirname "$runtimes")")"
base="$work/base"
mkdir -p "$base"/{usr/bin,usr/lib,usr/share/dotnet,tmp,etc,proc,dev,app}
ln -s usr/lib "$base/lib"; ln -s usr/lib "$base/lib64"
cp -r "$dotnet_root"/{dotnet,host,shared} "$base/usr/share/dotnet/"
ln -s ../share/dotnet/dotnet "$base/usr/bin/dotnet"
copy_library() { cp -L --parents "$1" "$base"; }
native=("$dotnet_root/dotnet" "$(command -v node)" /usr/lib/x86_64-linux-gnu/libssl.so.3)
mapfile -t -O 3 native < <(find "$dotnet_root/shared" -name '*.so')
for library in $(ldd "${native[@]}" 2>/dev/null | awk '$2 == "=>" { print $3 } $1 ~ /^\/lib/ { print $1 }' | sort -u) /usr/lib/x86_64-linux-gnu/lib{ssl,crypto}.so.3; do
  [ -f "$library" ] && copy_library "$library"
done
chmod 1777 "$base/tmp"
echo 'root:x:0:0::/root:/bin/sh' >"$base/etc/passwd"

tar -C "$base" -cf "$work/layer.tar" .
diff_id="sha256:$(sha256sum "$work/layer.tar" | cut -d' ' -f1)"
gzip -1 -k "$work/layer.tar"
node "$BENCH_ROOT/bench/commands/container-registry.mjs" "$work/layer.tar.gz" "$diff_id" >"$work/registry.port" &
pids+=($!)
until [ -s "$work/registry.port" ]; do sleep 0.05; done
registry="127.0.0.1:$(cat "$work/registry.port")"

from=$(date +%s%N)
DOTNET_CONTAINER_INSECURE_REGISTRIES="$registry" dotnet publish "$BENCH_ROOT/samples/$sample" -t:PublishContainer --nologo -v:m \
  -p:ContainerBaseImage="$registry/base:1" -p:ContainerUser=1654 -p:ContainerArchiveOutputPath="$work/image.tar.gz" >&2
echo "image: $(($(stat -c %s "$work/image.tar.gz") / 1048576)) MB, made in $((($(date +%s%N) - from) / 1000000)) ms"

# What a container runtime does: the layers over one another, the command and its user from the configuration.
mkdir -p "$work/image" "$work/root"
tar -C "$work/image" -xf "$work/image.tar.gz"
config="$work/image/$(node -p "JSON.parse(require('fs').readFileSync('$work/image/manifest.json'))[0].Config")"
for layer in $(node -p "JSON.parse(require('fs').readFileSync('$work/image/manifest.json'))[0].Layers.join(' ')"); do tar -C "$work/root" -xf "$work/image/$layer"; done
mapfile -t command < <(node -e "const c = JSON.parse(require('fs').readFileSync('$config')).config; console.log([...(c.Entrypoint ?? []), ...(c.Cmd ?? [])].join('\n'))")
user="$(node -p "JSON.parse(require('fs').readFileSync('$config')).config.User || '0'")"
echo "command, as user $user: ${command[*]}"
mount -t proc proc "$work/root/proc"
for device in null urandom; do touch "$work/root/dev/$device"; mount --bind "/dev/$device" "$work/root/dev/$device"; done

from=$(date +%s%N)
env -i PATH=/usr/bin DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 AUTH_TOKEN=0123456789abcdef0123456789abcdef \
  "$(command -v chroot)" --userspec="$user:$user" "$work/root" "${command[@]}" >"$work/host.log" 2>&1 &
host=$!
pids+=("$host")
until curl -sf -o "$work/health" http://127.0.0.1:3002/; do
  kill -0 "$host" 2>/dev/null || { cat "$work/host.log" >&2; exit 1; }
  sleep 0.02
done
echo "ready in $((($(date +%s%N) - from) / 1000000)) ms: http://127.0.0.1:3002/ $(cat "$work/health")"
head -5 "$work/host.log"
path="$(sed -n '1s/.*"url":"\([^"]*\)".*/\1/p' "$work/host.log")${2:-/check?number=%2B14155550100}"
echo "$path: $(curl -s -o "$work/answer" -w '%{http_code}' "$path") $(head -c 200 "$work/answer")"
kill -TERM "$host"
wait "$host" && echo "ends with 0 on SIGTERM" || echo "ends with $? on SIGTERM"
