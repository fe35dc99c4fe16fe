// The HTTP headers that the add-in's files need, in one place: our own server sends them, doctor asks for them, and
// hosting.mjs says them in the words of other servers.
// @ts-check
import { extname } from "node:path";

/** Where Excel on the web shows the pane in a frame. */
const OFFICE_FRAMES = [
  "https://excel.cloud.microsoft",
  "https://*.cloud.microsoft",
  "https://*.office.com",
  "https://*.officeapps.live.com",
  "https://*.live.com",
  "https://*.sharepoint.com",
];

/** @type {Record<string, string[]>} */
const POLICY = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "https://appsforoffice.microsoft.com"],
  // office.js and the browser workbook write style attributes.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'", "data:"],
  // A refresh reads the address that its user has set, and only when asked.
  "connect-src": ["'self'", "https:"],
  "worker-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "object-src": ["'none'"],
  "frame-ancestors": ["'self'", ...OFFICE_FRAMES],
};

export const CONTENT_SECURITY_POLICY = Object.entries(POLICY)
  .map(([directive, sources]) => [directive, ...sources].join(" "))
  .join("; ");

/**
 * Sent with every file: a page may also be called /taskpane or /help/, and a drawing be opened by itself. No X-Frame-Options and no
 * COOP or COEP: each of them keeps Excel on the web from showing the pane.
 */
const ALWAYS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "cross-origin",
  // Excel on the web reads functions.json from its own origin.
  "Access-Control-Allow-Origin": "*",
};

/** Excel keeps icons by their headers; with no-store they vanish from the ribbon. */
const CACHED_A_DAY = "public, max-age=86400";
/** Anything else is asked for again, so that functions, their metadata and the pane are always of one release. */
const ASKED_AGAIN = "no-cache, must-revalidate";

/**
 * The headers for one file of dist.
 * @param {string} path as in the address: "/functions.js"
 * @returns {Record<string, string>}
 */
export const headersFor = (path) => {
  const type = extname(path).toLowerCase();
  return {
    ...ALWAYS,
    "Cache-Control": type === ".png" || type === ".svg" ? CACHED_A_DAY : ASKED_AGAIN,
  };
};
