// Serves dist/ on this machine only. `--port N` sets the first port to try.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import sirv from "sirv";

const { values } = parseArgs({
  options: { port: { type: "string", default: "4321" }, strict: { type: "boolean" } },
});
const dist = new URL("../dist/", import.meta.url);
if (!existsSync(new URL("index.html", dist))) {
  console.error("dist/ contains no site yet: run `npm run build` first.");
  process.exit(1);
}

const notFound = readFileSync(new URL("404.html", dist));
const files = sirv(dist.pathname, { etag: true, brotli: true });
const server = createServer((request, response) => {
  files(request, response, () => {
    response.writeHead(404, { "content-type": "text/html;charset=utf-8" }).end(notFound);
  });
});

let port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`--port ${values.port}: a port is a whole number from 1 to 65535.`);
  process.exit(1);
}
const last = values.strict ? port : Math.min(port + 99, 65535);
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE" || port >= last) {
    console.error(`Cannot listen on 127.0.0.1:${port}: ${error.message}`);
    process.exit(1);
  }
  port += 1;
  server.listen(port, "127.0.0.1");
});
server.on("listening", () => {
  console.log(`Kubernetes Basics is at http://127.0.0.1:${port}/ (Ctrl C stops it)`);
});
server.listen(port, "127.0.0.1");
