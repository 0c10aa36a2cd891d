#!/usr/bin/env bash
# Installs the release build into the folder given (default: a temporary one) and uses it as a person would:
# from PATH, in another folder, with an empty home.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
prefix=${1:-$scratch/prefix}
mkdir -p "$scratch/home" build-release

build() {
  cmake --preset release && cmake --build --preset release --target attest &&
    cmake --install build-release --prefix "$prefix"
}
build >build-release/install.log 2>&1 || { tail -n 40 build-release/install.log >&2; exit 1; }

cd "$scratch"
attest() { env -i PATH="$prefix/bin:/usr/bin:/bin" HOME="$scratch/home" LANG=C.UTF-8 attest "$@"; }
attest --version
attest ask "What is the first-line treatment for anismus?" >answer.txt
if ! grep -qi biofeedback answer.txt; then
  cat answer.txt
  echo "the installed program gave no answer" >&2
  exit 1
fi
for file in share/man/man1/attest.1 share/bash-completion/completions/attest \
            share/zsh/site-functions/_attest; do
  [ -s "$prefix/$file" ] || { echo "not installed: $file" >&2; exit 1; }
done
head -n 20 answer.txt
echo "the installed program answers"
