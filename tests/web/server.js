// Starts attest serve on a free port for a test, and says where it is.
"use strict";
const { spawn } = require("node:child_process");
const fs = require("node:fs");

function start(program, more = []) {
  const child = spawn(program, ["serve", "--port", "0", ...more], { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    child.on("error", reject);
    child.on("exit", (status) => reject(new Error(`attest serve ended with ${status}: ${said}`)));
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const address = said.match(/at (http:\/\/\S+)\//);
      if (address) resolve({ base: address[1], stop: () => stop(child) });
    });
  });
}

function stop(child) {
  child.removeAllListeners("exit");
  return new Promise((resolve) => {
    child.on("exit", resolve);
    child.kill("SIGTERM");
  });
}

// The libraries of package.json, or nothing: then the test is skipped and says so.
function libraries(...names) {
  try {
    return names.map((name) => require(name));
  } catch (error) {
    console.log(`skipped: ${error.message.split("\n")[0]}; run scripts/install_web_tests.sh`);
    process.exit(77);
  }
}

// Debian's Chromium, or nothing: then the test is skipped and says so.
function browserPath() {
  const path = process.env.ATTEST_CHROMIUM || "/usr/bin/chromium";
  if (fs.existsSync(path)) return path;
  console.log(`skipped: there is no browser at ${path}; run scripts/install_web_tests.sh`);
  process.exit(77);
}

module.exports = { start, libraries, browserPath };
