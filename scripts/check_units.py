"""clang-tidy on many source files at a time.

    check_units.py BUILD_DIR [--jobs N] [--names FILE] [--checks LIST]

Most of what clang-tidy does with a file is reading the headers that it includes. In a unity build folder
(preset `lint`) a unit includes up to sixteen source files of one folder, so that each header is read once for
all of them. Two things make a unit's findings those of its files:

- The path-sensitive checks (clang-analyzer-*) look into functions of the main file only, and of the files
  that it includes where its own name starts with "UnifiedSource" (clang's AnalysisManager::isInCodeFile). So
  each unit is copied to such a name.
- bugprone-suspicious-include, which would report the unit itself, is off.

misc-unused-using-decls and misc-unused-alias-decls look at main files only; tests/tidy has a rule for both.

A function gets a tenth of the path-sensitive search that clang gives by default, in a sixth of the time.

--names: a file with paths, one a line; only units with one of them, or with a header's folder, are checked.
Exit status 1 where there is a finding.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

NODES_MAX = 20000  # clang's analyzer option max-nodes; its default is 225000
ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDED = re.compile(r'^#include "([^"]+)"', re.MULTILINE)


class Unit:
    def __init__(self, entry, folder):
        self.path = pathlib.Path(entry["file"])
        self.name = self.path.name
        self.sources = [self.path]
        words = shlex.split(entry["command"])
        first = next(at for at, word in enumerate(words) if "clang" in pathlib.Path(word).name)
        self.arguments = words[first + 1 :]
        for option in ("-o", "-c"):
            at = self.arguments.index(option)
            del self.arguments[at : at + 2]
        if self.path.name.startswith("unity_"):
            text = self.path.read_text(encoding="utf-8")
            self.sources = [pathlib.Path(source) for source in INCLUDED.findall(text)]
            target = self.path.parent.parent.stem
            self.name = f"{target}, {len(self.sources)} files from {self.sources[0].name}"
            self.path = folder / f"UnifiedSource-{target}-{self.path.stem.split('_')[1]}.cxx"
            self.path.write_text(text, encoding="utf-8")
        self.size = sum(source.stat().st_size for source in self.sources)

    def touches(self, names):
        """True where one of the paths is in this unit, or is a header of one of its folders."""
        here = {str(source.relative_to(ROOT)) for source in self.sources if source.is_relative_to(ROOT)}
        folders = {str(pathlib.Path(source).parent) for source in here}
        return any(name in here or (name.endswith(".h") and str(pathlib.Path(name).parent) in folders)
                   for name in names)

    def check(self, checks):
        command = ["clang-tidy-14", "--quiet", "--warnings-as-errors=*"]
        command.append("--header-filter=/(src|train|tests)/")
        command.append("--checks=-bugprone-suspicious-include" + ("," + checks if checks else ""))
        for word in ("-Xclang", "-analyzer-config", "-Xclang", f"max-nodes={NODES_MAX}"):
            command.append("--extra-arg=" + word)
        command += [str(self.path), "--", *self.arguments]
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            process = subprocess.Popen(command, stdout=out, stderr=err, cwd=ROOT)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            said = out.read()
            return process.returncode, said or (err.read() if process.returncode else ""), used.ru_utime


def units(build):
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    # Beside the copies, because clang-tidy looks for its rules upwards from the file.
    (folder / ".clang-tidy").write_bytes((ROOT / ".clang-tidy").read_bytes())
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    made = [Unit(entry, folder) for entry in entries if entry["file"].endswith((".cpp", ".cxx"))]
    return sorted(made, key=lambda unit: -unit.size)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--names", type=pathlib.Path)
    parser.add_argument("--checks", default="")
    given = parser.parse_args()
    work = units(given.build.resolve())
    if given.names:
        names = given.names.read_text(encoding="utf-8").split()
        work = [unit for unit in work if unit.touches(names)]
    found, seconds = 0, 0.0
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for unit, (status, said, used) in zip(work, pool.map(lambda unit: unit.check(given.checks), work)):
            print(f"{used:5.0f} s  {unit.name}", flush=True)
            seconds += used
            if status:
                found += 1
                print(said, flush=True)
    print(f"{len(work)} units, {seconds:.0f} s of one core, {found} with findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
