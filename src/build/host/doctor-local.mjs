// What npm run doctor looks at on this computer: Node, packages, certificate, port, and whether dist is one whole.
// @ts-check
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { read } from "./doctor-served.mjs";

/** @typedef {import("./doctor-served.mjs").Finding} Finding */

/** @param {string} version "v20.19.0" */
const numbersOf = (version) => version.replace(/^\D+/, "").split(".").map(Number);

/** Of errors from another context too, which are no Error here. @param {unknown} error */
const messageOf = (error) => String(Object(error).message ?? error);

/**
 * @param {string} version of the running Node
 * @param {string} wanted engines of package.json: ">=20.19"
 * @returns {Finding}
 */
export const nodeFinding = (version, wanted) => {
  const [major = 0, minor = 0] = numbersOf(version);
  const [leastMajor = 0, leastMinor = 0] = numbersOf(wanted);
  const ok = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return ok
    ? { ok, says: `Node ${version}.` }
    : {
        ok,
        says: `Node ${version} is too old.`,
        cure: `Install Node ${leastMajor}.${leastMinor} or newer from nodejs.org.`,
      };
};

/** @param {boolean} installed @returns {Finding} */
export const packagesFinding = (installed) =>
  installed
    ? { ok: true, says: "The packages are those of package-lock.json." }
    : { ok: false, says: "The packages are not those of package-lock.json.", cure: "Run npm ci." };

/**
 * @param {NodeJS.Platform} platform
 * @param {() => boolean} verify whether a trusted certificate for localhost is there
 * @returns {Finding}
 */
export const certificateFinding = (platform, verify) => {
  if (platform !== "win32" && platform !== "darwin") {
    return { ok: true, says: "Desktop Excel does not run on this system, so no certificate for localhost is needed." };
  }
  const cure = "Run npm run excel and accept the certificate, or npx office-addin-dev-certs install --days 365.";
  try {
    return verify()
      ? { ok: true, says: "The certificate for https://localhost is trusted." }
      : { ok: false, says: "The certificate for https://localhost is missing, expired or not trusted.", cure };
  } catch (error) {
    return {
      ok: false,
      says: `The certificate could not be looked at: ${messageOf(error)}`,
      cure,
    };
  }
};

/**
 * Whether the address is free, answers with the add-in, or with something else.
 * @param {string} origin
 * @param {Buffer} [ca]
 * @returns {Promise<Finding & { serves: boolean }>}
 */
export const portFinding = async (origin, ca) => {
  try {
    const { status, body } = await read(`${origin}/functions.json`, ca);
    if (status === 200 && Array.isArray(JSON.parse(String(body)).functions)) {
      return { ok: true, serves: true, says: `A server answers at ${origin}.` };
    }
  } catch (error) {
    const { code = "" } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ECONNREFUSED") {
      return {
        ok: true,
        serves: false,
        says: `${origin} is free. Its addresses are read while npm run excel serves them.`,
      };
    }
    if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code))
      return { ok: true, serves: true, says: `A server answers at ${origin}.` };
  }
  return {
    ok: false,
    serves: false,
    says: `Something else than the add-in answers at ${origin}.`,
    cure: `Close the program that uses the port, or find it with ${process.platform === "win32" ? "netstat -ano" : "lsof -i"}.`,
  };
};

const NEEDED = [
  "functions.js",
  "functions.json",
  "taskpane.html",
  "taskpane.js",
  "manifest.xml",
  "build.json",
  "data/latest.json",
];
const BUILD = "Run npm run build.";

/**
 * @param {string} dist
 * @param {string} version of package.json
 * @returns {Finding}
 */
export const distFinding = (dist, version) => {
  /** @type {(says: string) => Finding} */
  const bad = (says) => ({ ok: false, says, cure: BUILD });
  const missing = NEEDED.filter((name) => !existsSync(join(dist, name)));
  if (missing.length > 0) return bad(`dist lacks ${missing.join(", ")}.`);
  /** @type {(name: string) => string} */
  const text = (name) => readFileSync(join(dist, name), "utf8");

  /** @type {{ build: string, recordVersion: string, ids: string }} */
  let bundle;
  try {
    bundle = runInNewContext(
      `${text("functions.js")}\n;({ build: MinerOverhang.BUILD, recordVersion: MinerOverhang.record().version, ids: MinerOverhang.catalogue.map(({ id }) => id).join() })`,
    );
  } catch (error) {
    return bad(`dist/functions.js does not run: ${messageOf(error)}.`);
  }
  const { build } = JSON.parse(text("build.json"));
  if (bundle.build !== build)
    return bad(`dist/functions.js is of build ${bundle.build}, dist/build.json names ${build}.`);
  if (!text("taskpane.js").includes(build))
    return bad(`dist/taskpane.js is not of build ${build}, as the functions are.`);

  const ids = JSON.parse(text("functions.json"))
    .functions.map((/** @type {{ id: string }} */ { id }) => id)
    .join();
  if (ids !== bundle.ids) return bad("dist/functions.json lists other functions than dist/functions.js has.");

  const release = JSON.parse(text("data/latest.json"));
  if (release.version !== bundle.recordVersion) {
    return bad(
      `dist/functions.js holds the record ${bundle.recordVersion}, dist/data/latest.json names ${release.version}.`,
    );
  }
  if (!readdirSync(join(dist, "data")).includes(release.file)) return bad(`dist/data lacks ${release.file}.`);

  const inManifest = /<Version>([^<]*)<\/Version>/.exec(text("manifest.xml"))?.[1] ?? "none";
  if (inManifest !== `${version}.0`) {
    return {
      ok: false,
      says: `The manifest has version ${inManifest}, package.json ${version}.`,
      cure: `Write ${version}.0 into manifest.xml, then ${BUILD}`,
    };
  }
  return {
    ok: true,
    says: `dist is whole: add-in ${version}, build ${build}, record ${bundle.recordVersion}, ${ids.split(",").length} functions.`,
  };
};
