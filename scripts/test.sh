#!/usr/bin/env bash
# Builds and runs the tests.
#
#   scripts/test.sh                everything that a change must pass: format, dev, asan, tsan, lint
#   scripts/test.sh STAGE…         only these stages, in this order
#
#   format       clang-format on every source file: seconds, so it comes first
#   quick, dev   all tests and fuzz targets (on their seeds), optimised a little, with assertions
#   asan         the same under the address and undefined-behaviour sanitizers
#   tsan         the tests labelled "threads" under the thread sanitizer; builds only those
#   lint         clang-tidy on what changed
#   fuzz         coverage-guided fuzzing of every target, ATTEST_FUZZ_SECONDS each (default 20)
#
# ATTEST_JOBS: processes at a time (default: the number of cores).
# ATTEST_TIDY_ALL=1: clang-tidy on every file; otherwise on the units with files changed since the
# merge base with origin/main (or, where that is HEAD itself, since the commit before).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
jobs=${ATTEST_JOBS:-$(nproc)}

say() { printf '\n== %s (%d min %02d s)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60)); }

# Configures quietly: the long list of what was found matters only when something was not.
configure() {
  local log
  log=$(mktemp)
  if ! cmake --preset "$1" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

build() { cmake --build --preset "$1" --parallel "$jobs" "${@:2}"; }

stage_format() {
  say "format"
  scripts/format.sh --check
}

stage_dev() {
  say "dev: build"
  configure dev
  build dev
  say "dev: test"
  ctest --preset dev --parallel "$jobs"
}

stage_asan() {
  say "asan: build"
  configure asan-ubsan
  build asan-ubsan
  say "asan: test"
  # What needs no sanitizer (scripts that read the sources, browsers) has run in dev. Leaks are errors.
  ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1 \
  UBSAN_OPTIONS=print_stacktrace=1 \
    ctest --preset asan-ubsan --parallel "$jobs" --label-exclude '^(source|browser)$'
}

stage_tsan() {
  say "tsan: build"
  configure tsan
  local names
  names=$(ctest --preset tsan --show-only --label-regex '^threads$' | sed -n 's/^ *Test *#[0-9]*: //p')
  if [ -z "$names" ]; then
    echo "no test is labelled \"threads\"" >&2
    return 1
  fi
  local targets=()
  for name in $names; do targets+=("${name}_test"); done
  build tsan --target "${targets[@]}"
  say "tsan: test"
  # The crash tests kill children that have one thread: dev and asan run them.
  GTEST_FILTER=-Crash.* TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1 \
    ctest --preset tsan --parallel "$jobs" --label-regex '^threads$'
}

sources() { git ls-files --cached --others --exclude-standard -- '*.cpp' '*.h'; }

changed_sources() {
  local base
  base=$(git merge-base HEAD origin/main 2>/dev/null || true)
  if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
    base=$(git rev-parse --verify --quiet HEAD~1 || git rev-parse HEAD)
  fi
  { git diff --name-only --diff-filter=d "$base" -- '*.cpp' '*.h'
    git ls-files --others --exclude-standard -- '*.cpp' '*.h'; } | sort -u
}

stage_lint() {
  say "lint: clang-tidy"
  configure lint
  local names
  names=$(mktemp)
  if [ "${ATTEST_TIDY_ALL:-0}" = 1 ]; then sources; else changed_sources; fi >"$names"
  python3 scripts/check_units.py build-lint --jobs "$jobs" --names "$names"
  rm -f "$names"
}

stage_fuzz() {
  say "fuzz: build"
  configure fuzz
  build fuzz
  local seconds=${ATTEST_FUZZ_SECONDS:-20} source target found
  while read -r source; do
    target=$(basename "$source" .cpp)
    say "fuzz: $target"
    # New inputs go beside the build, never into the seeds; a crash stays there as crash-*.
    found=build-fuzz/corpus/$target
    mkdir -p "$found"
    "build-fuzz/bin/$target" -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=25 -print_final_stats=1 \
      -artifact_prefix="$found/" "$found" "$(dirname "$source")/seeds/$target"
  done < <(git ls-files -- 'src/**_fuzz.cpp')
}

if [ $# -eq 0 ]; then
  set -- format dev asan tsan lint
fi
for stage in "$@"; do
  case "$stage" in
    quick) stage_dev ;;
    format | dev | asan | tsan | lint | fuzz) "stage_$stage" ;;
    *) sed -n '2,/^set -/{s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
done
say "all stages passed: $*"
