// The headers of the add-in's files in the words of common servers. The build puts the files that a server reads beside
// the pages into dist; run alone this module prints any of them (node src/build/host/hosting.mjs nginx).
// @ts-check
import { pathToFileURL } from "node:url";
import { headersFor } from "./headers.mjs";

const PAGE = headersFor("/x.html");
const ICON = headersFor("/assets/x.png");
const { "Cache-Control": askedAgain = "", ...always } = PAGE;
const keptADay = ICON["Cache-Control"] ?? "";

/** @type {(lines: readonly string[]) => string} */
const text = (lines) => `${lines.join("\n")}\n`;
/** @type {(value: string) => string} */
const attribute = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/**
 * Cloudflare Pages, Netlify and their like. What several patterns say of one header is joined, so each header has one
 * pattern for a path; pages without their ending keep the servers' own "max-age=0, must-revalidate".
 */
const underscoreHeaders = () =>
  [
    ["/*", ...Object.entries(always).map(([name, value]) => `  ${name}: ${value}`)],
    ...["/*.html", "/*.js", "/*.json", "/*.css"].map((pattern) => [pattern, `  Cache-Control: ${askedAgain}`]),
    ["/assets/*.png", `  Cache-Control: ${keptADay}`],
  ]
    .map(text)
    .join("\n");

/** Apache with mod_headers, where AllowOverride lets this file speak (FileInfo). */
const htaccess = () =>
  text([
    "AddType text/javascript .js",
    "AddType application/json .json",
    ...Object.entries(always).map(([name, value]) => `Header always set ${name} "${value}"`),
    `Header always set Cache-Control "${askedAgain}"`,
    "Header always unset X-Frame-Options",
    '<FilesMatch "\\.(png|svg)$">',
    `  Header always set Cache-Control "${keptADay}"`,
    "</FilesMatch>",
  ]);

/** IIS. */
const webConfig = () => {
  const add = (/** @type {readonly [string, string]} */ [name, value]) =>
    `        <add name="${name}" value="${attribute(value)}" />`;
  return text([
    '<?xml version="1.0" encoding="utf-8"?>',
    "<configuration>",
    "  <system.webServer>",
    "    <staticContent>",
    '      <remove fileExtension=".js" />',
    '      <mimeMap fileExtension=".js" mimeType="text/javascript" />',
    '      <remove fileExtension=".json" />',
    '      <mimeMap fileExtension=".json" mimeType="application/json" />',
    "    </staticContent>",
    "    <httpProtocol>",
    "      <customHeaders>",
    ...Object.entries({ ...always, "Cache-Control": askedAgain }).map(add),
    "      </customHeaders>",
    "    </httpProtocol>",
    "  </system.webServer>",
    '  <location path="assets">',
    "    <system.webServer>",
    "      <httpProtocol>",
    "        <customHeaders>",
    '          <remove name="Cache-Control" />',
    `          <add name="Cache-Control" value="${keptADay}" />`,
    "        </customHeaders>",
    "      </httpProtocol>",
    "    </system.webServer>",
    "  </location>",
    "</configuration>",
  ]);
};

const azure = () =>
  text([
    JSON.stringify(
      {
        globalHeaders: { ...always, "Cache-Control": askedAgain },
        routes: [{ route: "/assets/*", headers: { "Cache-Control": keptADay } }],
        mimeTypes: { ".js": "text/javascript", ".json": "application/json" },
      },
      undefined,
      2,
    ),
  ]);

const nginx = () =>
  text([
    "# Outside of server:",
    "map $uri $miner_overhang_cache {",
    `  default "${askedAgain}";`,
    `  ~\\.(png|svg)$ "${keptADay}";`,
    "}",
    "# Inside of server, or of the location of these files:",
    ...Object.entries(always).map(([name, value]) => `add_header ${name} "${value}" always;`),
    "add_header Cache-Control $miner_overhang_cache always;",
    "gzip on;",
    "gzip_types text/css text/javascript application/javascript application/json;",
  ]);

/** A CloudFront function for viewer responses, before S3 or any other origin. */
const cloudfront = () =>
  text([
    "function handler(event) {",
    "  var headers = event.response.headers;",
    "  var path = event.request.uri;",
    ...Object.entries(always).map(
      ([name, value]) => `  headers["${name.toLowerCase()}"] = { value: ${JSON.stringify(value)} };`,
    ),
    `  headers["cache-control"] = { value: /\\.(png|svg)$/.test(path) ? ${JSON.stringify(keptADay)} : ${JSON.stringify(askedAgain)} };`,
    '  delete headers["x-frame-options"];',
    "  return event.response;",
    "}",
  ]);

/** Files that a server reads beside the pages, by name. */
export const BESIDE = {
  _headers: underscoreHeaders,
  ".htaccess": htaccess,
  "web.config": webConfig,
  "staticwebapp.config.json": azure,
};

/** @type {Readonly<Record<string, () => string>>} */
export const SAMPLES = { ...BESIDE, nginx, cloudfront };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sample = SAMPLES[process.argv[2] ?? "_headers"];
  if (sample) console.log(sample());
  else {
    console.error(`There is a sample for each of: ${Object.keys(SAMPLES).join(", ")}.`);
    process.exitCode = 1;
  }
}
