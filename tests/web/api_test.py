"""Holds the HTTP API to its description: starts the server, asks every call that docs/api/openapi.json names,
and validates what comes back against the schemas there.

    api_test.py ATTEST SOURCE_DIR      exit status 77 when python3-jsonschema is missing
"""

import json
import pathlib
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

QUESTION = "What is the first-line treatment for anismus?"
# path, query, body, accepted type, expected status
CALLS = [
    ("/api/v1/ask", {"q": QUESTION}, None, None, 200),
    ("/api/v1/ask", {"q": QUESTION, "for": "patient"}, None, None, 200),
    ("/api/v1/ask", {}, None, None, 400),
    ("/api/v1/ask", {}, {"question": "and if that fails?", "thread": [QUESTION]}, None, 200),
    ("/api/v1/ask", {}, {"question": 1}, None, 400),
    ("/api/v1/search", {"q": "biofeedback", "k": "3", "sort": "newest"}, None, None, 200),
    ("/api/v1/search", {"q": "zzzz"}, None, None, 200),
    ("/api/v1/search", {}, None, None, 400),
    ("/api/v1/documents/{id}", {}, None, None, 200),
    ("/api/v1/documents/{id}", {"span": "0-20"}, None, None, 200),
    ("/api/v1/documents/{id}", {"span": "x"}, None, None, 400),
    ("/api/v1/verify", {}, {"id": 1, "claim": "Biofeedback is recommended for anismus."}, None, 200),
    ("/api/v1/verify", {}, {"claim": 3}, None, 400),
    ("/api/v1/audit", {"name": "page.md"}, "# Anismus\n\nBiofeedback cures 99% of people.\n", None, 200),
    ("/api/v1/audit", {}, " ", None, 400),
    ("/api/v1/status", {}, None, None, 200),
    ("/api/v1/check", {}, None, "text/event-stream", 200),
    ("/api/v1/openapi.json", {}, None, None, 200),
    ("/api/v1/answer-1.schema.json", {}, None, None, 200),
    ("/api/v1/health", {}, None, None, 200),
    ("/api/v1/ready", {}, None, None, 200),
    ("/api/v1/metrics", {}, None, None, 200),
]


def request(base, path, query, body, accept):
    target = base + path.replace("{id}", "S001")
    if query:
        target += "?" + urllib.parse.urlencode(query)
    headers = {"Accept": accept or "application/json"}
    data = None
    if isinstance(body, str):
        headers["Content-Type"] = "text/markdown"
        data = body.encode()
    elif body is not None:
        headers["Content-Type"] = "application/json"
        data = json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(target, data, headers)) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read()


def check_call(base, description, answer_schema, call):
    path, query, body, accept, expected = call
    status, content_type, content = request(base, path, query, body, accept)
    name = f"{'GET' if body is None else 'POST'} {path} {query} -> {status}"
    if status != expected:
        return [f"{name}: expected {expected}: {content[:300]!r}"]
    described = description["paths"][path]["get" if body is None else "post"]["responses"]
    if str(status) not in described:
        return [f"{name}: the description knows no such status"]
    media = described[str(status)]["content"].get(content_type)
    if media is None:
        return [f"{name}: the description knows no {content_type}"]
    if not content_type.endswith("json"):
        return [] if content else [f"{name}: empty"]
    schema = media["schema"]
    if schema.get("$ref") == "answer-1.schema.json":
        schema = answer_schema
    else:
        # References lead into the description itself.
        schema = {"components": description["components"], **schema}
    validator = jsonschema.Draft202012Validator(schema)
    return [f"{name}: {'/'.join(map(str, error.path))}: {error.message[:300]}"
            for error in validator.iter_errors(json.loads(content))]


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    description = json.loads((source / "docs/api/openapi.json").read_text(encoding="utf-8"))
    answer_schema = json.loads((source / "docs/schema/answer-1.schema.json").read_text(encoding="utf-8"))
    server = subprocess.Popen([program, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True)
    found = []
    try:
        line = server.stderr.readline()
        base = re.search(r"at (http://\S+)/", line).group(1)
        for call in CALLS:
            found += check_call(base, description, answer_schema, call)
        asked = {(path, "get" if body is None else "post") for path, _, body, _, _ in CALLS}
        for path, methods in description["paths"].items():
            found += [f"{method} {path}: not asked by this test" for method in methods
                      if (path, method) not in asked]
        # The answer is what the command prints.
        printed = subprocess.run([program, "ask", "--json", QUESTION], capture_output=True,
                                 check=False).stdout
        if request(base, "/api/v1/ask", {"q": QUESTION}, None, None)[2] != printed:
            found.append("the API and attest ask --json give different bytes")
    finally:
        server.terminate()
        if server.wait(timeout=30) != 0:
            found.append("attest serve did not end with 0")
    print("\n".join(found) if found else f"{len(CALLS)} calls hold to the description")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
