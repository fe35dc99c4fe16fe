// Makes elements. Text is only ever text here: nothing of the record or of a sheet can become markup.

export type Child = Node | string | undefined | false;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const put = (element: Element, attributes: Attributes, children: readonly Child[]): void => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  fill(element, ...children);
};

/** An element with attributes (true: present, false or undefined: absent) and children; empty children fall away. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  put(element, attributes, children);
  return element;
};

const SVG = "http://www.w3.org/2000/svg";

/** A 20 x 20 line drawing that says nothing: the word beside it does. */
export const icon = (...paths: readonly string[]): SVGElement => {
  const svg = document.createElementNS(SVG, "svg");
  put(svg, { viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false", class: "icon" }, []);
  for (const d of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
};

/** Puts these children in place of the present ones. */
export const fill = (element: Element, ...children: readonly Child[]): void => {
  element.replaceChildren(...children.filter((child) => child !== undefined && child !== false));
};

export const button = (
  label: Child,
  attributes: Attributes,
  onClick: () => void,
  ...more: readonly Child[]
): HTMLButtonElement => {
  const element = el("button", { type: "button", ...attributes }, label, ...more);
  element.addEventListener("click", onClick);
  return element;
};

export const link = (label: string, href: string): HTMLAnchorElement =>
  el("a", { href, target: "_blank", rel: "noopener" }, label);

/** Terms and what is said of them; pairs without a second part fall away. */
export const definitions = (attributes: Attributes, pairs: readonly (readonly [Child, Child])[]): HTMLDListElement =>
  el("dl", attributes, ...pairs.flatMap(([term, says]) => (says ? [el("dt", {}, term), el("dd", {}, says)] : [])));
