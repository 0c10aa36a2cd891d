// The official MCP client, over standard input and output and over HTTP:
//   node mcp_client_test.mjs ATTEST
import assert from "node:assert";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { start } = require("./server.js");
let Client, StdioClientTransport, StreamableHTTPClientTransport;
try {
  ({ Client } = await import("@modelcontextprotocol/sdk/client/index.js"));
  ({ StdioClientTransport } = await import("@modelcontextprotocol/sdk/client/stdio.js"));
  ({ StreamableHTTPClientTransport } = await import("@modelcontextprotocol/sdk/client/streamableHttp.js"));
} catch (error) {
  console.log(`skipped: ${error.message.split("\n")[0]}; run scripts/install_web_tests.sh`);
  process.exit(77);
}
const program = process.argv[2];

async function use(name, transport) {
  const client = new Client({ name: "attest-test", version: "1" });
  await client.connect(transport);
  const { tools } = await client.listTools();
  for (const tool of ["ask", "search", "show"]) assert.ok(tools.some((known) => known.name === tool), tool);
  const asked = await client.callTool({ name: "ask", arguments: { question: "What is the first-line treatment for anismus?" } });
  const text = asked.content[0].text;
  assert.match(text, /Bottom line/);
  // A quote of the answer is what show gives for its span.
  const cited = text.match(/bytes (\d+)–(\d+):\n\n> (.+)\n/);
  assert.ok(cited, "the references have quotes with spans");
  const number = text.slice(0, cited.index).match(/\[(\d+)\]\(#ref-\d+\) $/)?.[1];
  assert.ok(number);
  const found = await client.callTool({ name: "search", arguments: { query: "biofeedback" } });
  const id = found.content[0].text.match(/Id: `([^`]+)`/)[1];
  const [, quote, from, to] = found.content[0].text.match(/> (.+) \(bytes (\d+)-(\d+)\)/);
  const shown = await client.callTool({ name: "show", arguments: { id, span: `${from}-${to}` } });
  assert.equal(shown.content[0].text, quote);
  assert.ok((await client.callTool({ name: "show", arguments: { id: "nobody" } })).isError);
  await client.close();
  console.log(`ok ${name}`);
}

await use("standard input and output", new StdioClientTransport({ command: program, args: ["mcp"], stderr: "ignore" }));
const server = await start(program);
await use("streamable HTTP", new StreamableHTTPClientTransport(new URL(server.base + "/mcp")));
await server.stop();
