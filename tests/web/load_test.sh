#!/usr/bin/env bash
# Requests a second and latencies of attest serve on loopback, beside nginx with the same bytes as files:
#
#   load_test.sh ATTEST [SECONDS]
#
# Needs wrk, nginx-light, curl and python3. Prints a table; asserts nothing, because times are a machine's.
set -euo pipefail
program=$1
seconds=${2:-10}
folder=$(mktemp -d)
chmod 755 "$folder"  # nginx reads as another user
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT

"$program" serve --port 0 2>"$folder/serve.log" &
server=$!
touch "$folder/serve.log"
until grep -q 'at http' "$folder/serve.log"; do sleep 0.1; done
base=$(sed -n 's|.*at \(http://[^/]*\)/.*|\1|p' "$folder/serve.log")
answer='/answer?q=What+is+the+first-line+treatment+for+anismus%3F'
source_page='/source/S001?span=234-351'

mkdir -p "$folder/www"
curl -s "$base$answer" >"$folder/www/answer.html"
curl -s "$base$source_page" >"$folder/www/source.html"
cat >"$folder/nginx.conf" <<CONF
worker_processes 1;
pid $folder/nginx.pid;
error_log $folder/nginx.log;
events { worker_connections 12000; }
http {
  access_log off;
  types { text/html html; }
  keepalive_requests 100000000;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/fastcgi;
  uwsgi_temp_path $folder/uwsgi;
  scgi_temp_path $folder/scgi;
  server { listen 127.0.0.1:18999 backlog=4096; root $folder/www; }
}
CONF
nginx -c "$folder/nginx.conf" -p "$folder" -g 'daemon off;' &
sleep 0.5

memory() { awk '/VmRSS/ {print $2 " kB"}' "/proc/$server/status"; }
# NAME CONNECTIONS wrk-arguments…
measure() {
  wrk -t1 -c"$2" -d"${seconds}s" --latency "${@:3}" | awk -v name="$1" '
    /50%/ {p50=$2} /99%/ {p99=$2} /Requests\/sec/ {r=$2} /requests in/ {n=$1}
    /Socket errors|Non-2xx/ {bad=bad " " $0}
    END {printf "%-44s %9.0f requests/s   p50 %8s   p99 %8s   of %s%s\n", name, r, p50, p99, n, bad}'
}

echo "memory at the start: $(memory)"
measure "answer page, cached" 32 "$base$answer"
measure "answer page, nginx" 32 http://127.0.0.1:18999/answer.html
measure "source page, cached" 32 "$base$source_page"
measure "source page, nginx" 32 http://127.0.0.1:18999/source.html
echo "memory after these: $(memory)"

# Every question another one: nothing can be ready-made.
cat >"$folder/cold.lua" <<'LUA'
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/answer?q=What+is+the+first-line+treatment+for+anismus+" .. n .. "%3F")
end
LUA
measure "answer page, cold, 8 at a time" 8 -s "$folder/cold.lua" "$base"
echo "memory after cold questions: $(memory)"

# 5,000 idle connections and 500 that send a byte a second of their header.
python3 "$(dirname "$0")/idle_and_slow.py" "${base#http://}" 5000 500 >"$folder/held" &
held=$!
touch "$folder/held"
until grep -q held "$folder/held" || ! kill -0 $held 2>/dev/null; do sleep 0.2; done
cat "$folder/held"
measure "answer page, cached, beside idle and slow" 32 "$base$answer"
echo "memory with them: $(memory)"
