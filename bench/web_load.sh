#!/usr/bin/env bash
# Requests a second and latencies of attest serve on loopback, beside nginx with the same bytes as files:
#
#   bench/web_load.sh build-release/bin/attest [SECONDS]
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
source_page='/source/S001'

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
# NAME CONNECTIONS wrk-arguments… ; the 99th percentile in ms stays in $p99.
measure() {
  local said
  said=$(wrk -t1 -c"$2" -d"${seconds}s" --latency "${@:3}")
  awk -v name="$1" '
    /50%/ {p50=$2} /99%/ {p99=$2} /Requests\/sec/ {r=$2} /requests in/ {n=$1}
    /Socket errors|Non-2xx/ {bad=bad " " $0}
    END {printf "%-44s %9.0f requests/s   p50 %8s   p99 %8s   of %s%s\n", name, r, p50, p99, n, bad}
    ' <<<"$said"
  p99=$(awk '/99%/ {v=$2; f=1; if (v ~ /us$/) f=0.001; else if (v !~ /ms$/) f=1000; print v*f}' <<<"$said")
}

echo "memory at the start: $(memory)"
# Every address another one: nothing can be ready-made. Each answer is a new question.
cat >"$folder/cold_answer.lua" <<'LUA'
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/answer?q=What+is+the+first-line+treatment+for+anismus+" .. n .. "%3F")
end
LUA
curl -s "$base/api/v1/search?q=constipation&limit=100" |
  grep -o '"document": "[^"]*"' | cut -d\" -f4 >"$folder/ids"
{
  echo 'local ids = {'
  sed 's/.*/"&",/' "$folder/ids"
  cat <<'LUA'
}
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/source/" .. ids[n % #ids + 1] .. "?n=" .. n)
end
LUA
} >"$folder/cold_source.lua"
measure "answer page, cold, 8 at a time" 8 -s "$folder/cold_answer.lua" "$base"
measure "source page, cold, 8 at a time" 8 -s "$folder/cold_source.lua" "$base"
echo "memory after cold pages: $(memory)"

measure "answer page, warm" 32 "$base$answer"
warm_p99=$p99
measure "answer page, nginx" 32 http://127.0.0.1:18999/answer.html
measure "source page, warm" 32 "$base$source_page"
measure "source page, nginx" 32 http://127.0.0.1:18999/source.html
echo "memory after these: $(memory)"

before=$(memory)
requests=0
while [ "$requests" -lt 100000 ]; do
  n=$(wrk -t1 -c32 -d"${seconds}s" "$base$answer" | awk '/requests in/ {print $1}')
  requests=$((requests + n))
done
echo "memory over $requests more requests: $before, then $(memory)"

# 5,000 idle connections and 500 that send a byte a second of their header.
python3 "$(dirname "$0")/idle_and_slow.py" "${base#http://}" 5000 500 >"$folder/held" &
held=$!
touch "$folder/held"
until grep -q held "$folder/held" || ! kill -0 $held 2>/dev/null; do sleep 0.2; done
cat "$folder/held"
measure "answer page, warm, beside idle and slow" 32 "$base$answer"
awk -v held="$p99" -v alone="$warm_p99" '
  BEGIN {printf "p99 beside them is %.1f times that without them\n", held / alone}'
echo "memory with them: $(memory)"
