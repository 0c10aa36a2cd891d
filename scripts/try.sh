#!/usr/bin/env bash
# From a bare clone to an answer: installs what is missing, builds the release program into build-release and
# asks the starter collection. Another question may be given as arguments.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/install_packages.sh

log=build-release/build.log
mkdir -p build-release
build() { cmake --preset release && cmake --build --preset release --target attest; }
echo "building (a few minutes the first time; output in $log)" >&2
if ! build >"$log" 2>&1 </dev/null; then
  tail -n 40 "$log" >&2
  echo "the build failed; all of its output is in $log" >&2
  exit 3
fi

if [ $# -eq 0 ]; then
  set -- "What is the first-line treatment for anismus?"
fi
exec build-release/bin/attest ask "$@"
