// Takes pictures of the built site in any engine; prints where they are. Needs `npm run build`.
//   npm run screenshot -- --engine webkit --width 390 --dark --search oomkilled / /guide/pods/
// --click and --hover take a CSS selector; --origin another server than the one started here.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { ENGINES } from "../../scripts/engines.mjs";
import { launch } from "./drivers/launch.ts";
import { freePort, start } from "./drivers/program.ts";
import { Visitor } from "./visitor.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "webkit" },
    width: { type: "string", default: "1280" },
    height: { type: "string", default: "900" },
    dark: { type: "boolean", default: false },
    search: { type: "string" },
    click: { type: "string" },
    hover: { type: "string" },
    origin: { type: "string" },
    out: { type: "string" },
  },
});

const engine = ENGINES.find((name) => name === values.engine);
if (!engine) throw new Error(`--engine ${values.engine}: choose ${ENGINES.join(", ")}.`);
// What was started ends with this process, which Ctrl C alone would not tell.
process.once("SIGINT", () => process.exit(130));
const server = await start(
  process.execPath,
  ["scripts/serve.ts", "--port", String(await freePort())],
  /is at (http:\S+)\//,
);
const session = await launch(engine);
try {
  const visitor = new Visitor(session, values.origin ?? server.ready[1] ?? "");
  await session.resize(Number(values.width), Number(values.height));
  for (const path of positionals.length > 0 ? positionals : ["/"]) {
    await visitor.open(path);
    await session.run((dark) => {
      if (dark) localStorage.setItem("theme", "dark");
      else localStorage.removeItem("theme");
    }, values.dark);
    await visitor.reload();
    if (values.click) await visitor.click(values.click);
    if (values.hover) await visitor.hover(values.hover);
    if (values.search !== undefined) await visitor.search(values.search);
    // Transitions and whatever is still loading.
    await new Promise((done) => setTimeout(done, 600));
    const name = path.replaceAll("/", "-").replace(/^-|-$/g, "") || "home";
    const look = `${name}-${values.width}${values.dark ? "-dark" : ""}`;
    const file = values.out ?? `test-results/screenshots/${engine}/${look}.png`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await session.screenshot());
    console.log(file);
  }
} finally {
  await session.close();
  await server.end();
}
