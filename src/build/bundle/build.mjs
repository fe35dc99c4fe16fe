// `npm run build`: installs what is missing, then lets webpack write dist/. Arguments go on to webpack
// (npm run build -- --env origin=https://your.host).
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { ensureInstalled } from "../setup.mjs";

ensureInstalled();
const webpack = createRequire(import.meta.url).resolve("webpack-cli/bin/cli.js");
const { status } = spawnSync(process.execPath, [webpack, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(status ?? 1);
