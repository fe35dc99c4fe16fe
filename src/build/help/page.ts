// The frame of every help page: head, policy, the way to the other pages.
import { html, type Html } from "../../common/html";

export interface HelpPage {
  /** Inside dist/. */
  readonly path: string;
  readonly html: string;
}

/** A page that every other page leads to. */
export interface Place {
  /** Beside the other pages: "methods.html". */
  readonly file: string;
  readonly label: string;
}

export const INDEX: Place = { file: "index.html", label: "All functions" };

const linkTo = ({ file, label }: Place, current: string): Html =>
  file === current
    ? html`<li><a href="${file}" aria-current="page">${label}</a></li> `
    : html`<li><a href="${file}">${label}</a></li> `;

export const helpPage = (file: string, title: string, places: readonly Place[], body: Html): HelpPage => ({
  path: `help/${file}`,
  html: html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="../assets/icon-32.png" />
        <link rel="stylesheet" href="help.css" />
        <script src="help.js" defer></script>
      </head>
      <body>
        <nav class="places" aria-label="Help">
          <ul>
            ${places.map((place) => linkTo(place, file))}
          </ul>
        </nav>
        <main>${body}</main>
      </body>
    </html> `.text,
});
