// npm run excel: certificates, the build, an https server and the add-in in desktop Excel, on Windows and the Mac.
// The tools it calls exit with 0 even when they did nothing, so each step looks at what really happened.
// @ts-check
import { get } from "node:https";
import { join } from "node:path";
import { ensureInstalled, run } from "../setup.mjs";

const PORT = 3000;
const ORIGIN = `https://localhost:${PORT}`;

const ELSEWHERE = `Desktop Excel runs on Windows and the Mac only. On this system, use Excel on the web:

  1. Put the add-in on an https address whose certificate your browser trusts, say https://addins.example.com:
       npm run build -- --env origin=https://addins.example.com
     and serve the folder dist there (node src/build/host/hosting.mjs prints the headers it needs).
  2. Open a workbook in Excel on the web, choose Home > Add-ins > More Add-ins > Upload My Add-in,
     and choose dist/manifest.xml.

To look around without Excel: npm start`;

/**
 * @param {string} path
 * @param {string | Buffer | undefined} ca
 * @returns {Promise<void>} rejects unless the file is served
 */
const mustBeServed = (path, ca) =>
  new Promise((resolve, reject) => {
    get(`${ORIGIN}${path}`, ca ? { ca } : {}, (response) => {
      response.resume();
      if (response.statusCode === 200) resolve();
      else reject(new Error(`${ORIGIN}${path} answers ${response.statusCode} in place of the file.`));
    }).on("error", (error) => reject(new Error(`${ORIGIN}${path} cannot be read: ${error.message}.`)));
  });

const certificates = async () => {
  const { getHttpsServerOptions, verifyCertificates } = await import("office-addin-dev-certs");
  console.log("Excel loads add-ins over https only; your system may ask you to trust a certificate for localhost.");
  const options = await getHttpsServerOptions();
  if (!verifyCertificates()) {
    throw new Error(
      "The certificate for https://localhost is not trusted yet. Accept it when your system asks, then run this again.",
    );
  }
  return options;
};

await run(async () => {
  if (process.platform !== "win32" && process.platform !== "darwin") throw new Error(ELSEWHERE);
  ensureInstalled();
  const { DIST, ensureBuilt } = await import("../bundle/built.mjs");
  const { serve } = await import("./serve.mjs");
  const { AppType, startDebugging, stopDebugging } = await import("office-addin-debugging");
  const { getRegisteredAddIns } = await import("office-addin-dev-settings");
  const { OfficeApp, OfficeAddinManifest } = await import("office-addin-manifest");

  const https = await certificates();
  ensureBuilt();
  const served = await serve({ dir: DIST, port: PORT, onlyThisPort: true, https });
  try {
    const ca = Array.isArray(https.ca) ? https.ca[0] : https.ca;
    for (const path of ["/taskpane.html", "/functions.js", "/functions.json"]) await mustBeServed(path, ca);

    const manifest = join(DIST, "manifest.xml");
    const { id } = await OfficeAddinManifest.readManifestFile(manifest);
    await startDebugging(manifest, { appType: AppType.Desktop, app: OfficeApp.Excel, enableDebugging: false });
    const registered = await getRegisteredAddIns();
    if (!registered.some((addIn) => addIn.id === id)) {
      throw new Error(
        "Excel did not take the add-in. Close Excel completely and run this again (on the Mac, every second try fails).",
      );
    }
    console.log('\nExcel opens with Miner Overhang. Type into a cell: =MINERHOLDINGS("MARA","2025-12-31")');
    console.log("Ctrl+C stops the server and takes the add-in out of Excel again.");
    await new Promise((resolve) => process.once("SIGINT", resolve));
    await stopDebugging(manifest);
  } finally {
    await served.close();
  }
});
