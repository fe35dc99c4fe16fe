// npm run doctor: looks at everything that keeps the add-in from loading, and says of each fault how to cure it. Exit code
// 1 if something must be cured. Needs nothing installed, since missing packages are one of the faults. --dist DIR looks at
// a build that lies elsewhere.
// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { certificateFinding, distFinding, nodeFinding, packagesFinding, portFinding } from "./doctor-local.mjs";
import { originIn, servedFindings } from "./doctor-served.mjs";
import { isInstalled, ROOT, run } from "../setup.mjs";

/** Where the tool that makes the certificate for localhost keeps its authority. */
const LOCAL_CA = join(homedir(), ".office-addin-dev-certs/ca.crt");

/** @typedef {import("./doctor-served.mjs").Finding} Finding */

/**
 * @param {string} dist
 * @returns {AsyncGenerator<Finding>}
 */
async function* findings(dist) {
  const { version, engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  yield nodeFinding(process.version, engines.node);
  const installed = isInstalled();
  yield packagesFinding(installed);
  if (installed) {
    const { verifyCertificates } = await import("office-addin-dev-certs");
    yield certificateFinding(process.platform, verifyCertificates);
  }
  const whole = distFinding(dist, version);
  yield whole;
  if (!whole.ok) return;

  const manifest = readFileSync(join(dist, "manifest.xml"), "utf8");
  const origin = originIn(manifest);
  const isLocal = new URL(origin).hostname === "localhost";
  const ca = isLocal && existsSync(LOCAL_CA) ? readFileSync(LOCAL_CA) : undefined;
  if (isLocal) {
    const port = await portFinding(origin, ca);
    yield port;
    if (!port.serves) return;
  }
  yield* await servedFindings({ dist, manifest, ca });
}

await run(async () => {
  const { values } = parseArgs({ options: { dist: { type: "string", default: join(ROOT, "dist") } } });
  let faults = 0;
  for await (const { ok, says, cure } of findings(resolve(values.dist))) {
    console.log(`${ok ? "  ok   " : "  CURE "} ${says}${cure ? `\n         ${cure}` : ""}`);
    if (!ok) faults += 1;
  }
  console.log(faults === 0 ? "\nNothing to cure." : `\n${faults} to cure.`);
  if (faults > 0) process.exitCode = 1;
});
