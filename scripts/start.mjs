// npm start: install what is missing, build, serve.
import { ensureInstalled, run } from "./install.mjs";

ensureInstalled();
run("npm", ["run", "--silent", "build"]);
run("npm", ["run", "--silent", "serve"]);
