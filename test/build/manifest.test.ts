// The manifest by the rules that Excel applies: without them it silently refuses the add-in on one platform or another.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { COMMANDS, MENU } from "../../src/functions";
import { shortcutsJson, shortcutTexts } from "../../src/taskpane/shortcuts";
import { templates } from "../../src/sheets/templates";
import { distPath, distText } from "./dist";

const ROOT = join(import.meta.dirname, "../..");
const parse = (xml: string): Document => new JSDOM(xml, { contentType: "application/xml" }).window.document;
const source = parse(readFileSync(join(ROOT, "manifest.xml"), "utf8"));

const all = (name: string, from: Document = source): Element[] => [...from.getElementsByTagNameNS("*", name)];
const only = (name: string): Element => {
  const [element, ...others] = all(name);
  if (!element || others.length > 0)
    throw new Error(`There are ${others.length + (element ? 1 : 0)} ${name} elements.`);
  return element;
};
const names = (element: Element): string[] => [...element.children].map(({ localName }) => localName);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";
const addresses = (from: Document): string[] =>
  [...from.querySelectorAll("[DefaultValue],[Url]")]
    .flatMap((element) => [attribute(element, "DefaultValue"), attribute(element, "Url")])
    .filter((value) => value.includes("://"));

// https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...["Id", "AlternateID", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"],
    ...["HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions"],
    ...["Dictionary", "VersionOverrides", "ExtendedOverrides"],
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "EquivalentAddins"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Items"],
  Item: ["Label", "Supertip", "Icon", "Action"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

/** Width and height of a PNG: the first eight bytes of its IHDR. */
const pngSize = (file: string): [number, number] => {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe("manifest.xml", () => {
  it.each(Object.entries(ORDER))("has the children of %s in Microsoft's order", (parent, order) => {
    for (const element of all(parent)) {
      const found = names(element);
      expect(found.filter((name) => !order.includes(name))).toEqual([]);
      expect(found).toEqual([...found].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    }
  });

  it("starts its host with the runtimes, then functions, then the desktop's form", () => {
    const host = all("Host").find((element) => element.children.length > 0);
    expect(host && names(host)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
    const points = all("ExtensionPoint").map((point) => point.getAttribute("xsi:type"));
    expect(points).toEqual(["CustomFunctions", "PrimaryCommandSurface"]);
    expect(names(all("ExtensionPoint")[0] ?? source.documentElement)).toEqual(["Script", "Page", "Metadata"]);
  });

  it("has a GUID and a four-part version", () => {
    expect(only("Id").textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(only("Version").textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  it("has the version of package.json", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(only("Version").textContent).toBe(`${version}.0`);
  });

  it("asks for exactly the requirement sets that the product cannot do without", () => {
    const sets = all("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]);
    expect(sets).toEqual([["CustomFunctionsRuntime", "1.1"], ["SharedRuntime", "1.1"]]); // prettier-ignore
  });

  it("puts no namespace before the functions' names", () => {
    expect(all("Namespace")).toEqual([]);
  });

  it("runs functions, page and button in one long-lived runtime", () => {
    const runtime = only("Runtime");
    expect(attribute(runtime, "lifetime")).toBe("long");
    const page = attribute(only("Page").children[0] ?? runtime, "resid");
    const shown = all("Action")
      .filter((action) => action.getAttribute("xsi:type") === "ShowTaskpane")
      .map((action) => attribute(action.children[0] ?? runtime, "resid"));
    expect([page, attribute(only("FunctionFile"), "resid"), ...shown]).toEqual(
      Array.from({ length: 2 + shown.length }, () => attribute(runtime, "resid")),
    );
    expect(all("TaskpaneId")).toEqual([]);
  });

  it("calls from ribbon and keys only what is associated, and all of it", () => {
    const called = [
      ...new Set([
        ...all("FunctionName").map(({ textContent }) => textContent),
        ...shortcutsJson.actions.map(({ id }) => id),
      ]),
    ];
    expect([...called].sort()).toEqual([...COMMANDS].sort());
    expect(called.filter((name) => name.length > 32)).toEqual([]);
  });

  it("has every template in its menu", () => {
    expect(MENU).toEqual(templates.map(({ id }) => id));
  });

  it("names every resource once, uses every one, and none that is not there", () => {
    const defined = ["Image", "Url", "String"]
      .flatMap((kind) => all(kind).map((element) => attribute(element, "id")))
      .filter(Boolean);
    const used = [...source.querySelectorAll("[resid]")].map((element) => attribute(element, "resid"));
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
  });

  it("keeps to the lengths that Office allows", () => {
    const texts = (parent: string): string[] =>
      [...only(parent).children].map((element) => attribute(element, "DefaultValue"));
    expect(texts("ShortStrings").filter((text) => text.length > 125)).toEqual([]);
    expect(texts("LongStrings").filter((text) => text.length > 250)).toEqual([]);
    expect(attribute(only("DisplayName"), "DefaultValue").length).toBeLessThanOrEqual(125);
    expect(attribute(all("Description")[0] ?? source.documentElement, "DefaultValue").length).toBeLessThanOrEqual(250);
    expect(addresses(source).filter((url) => url.length > 2048)).toEqual([]);
  });

  it("names https addresses of one origin only", () => {
    expect([...new Set(addresses(source).map((url) => new URL(url).origin))]).toEqual(["https://localhost:3000"]);
  });

  it("gives an icon of each size that it names", () => {
    const sized = all("Image").filter((image) => image.hasAttribute("size"));
    expect([...new Set(sized.map((image) => attribute(image, "size")))]).toEqual(["16", "32", "80"]);
    for (const image of sized) {
      const url = source.querySelector(`[id="${attribute(image, "resid")}"]`)?.getAttribute("DefaultValue") ?? "";
      expect(url).toMatch(new RegExp(`/assets/icon-${attribute(image, "size")}\\.png$`));
    }
    expect(attribute(only("IconUrl"), "DefaultValue")).toMatch(/\/icon-32\.png$/);
    expect(attribute(only("HighResolutionIconUrl"), "DefaultValue")).toMatch(/\/icon-64\.png$/);
  });

  it.each([16, 32, 64, 80, 128])("has a square icon of %i px", (size) => {
    expect(pngSize(join(ROOT, `assets/icons/icon-${size}.png`))).toEqual([size, size]);
  });
});

// https://learn.microsoft.com/office/dev/add-ins/design/keyboard-shortcuts#guidelines-for-custom-key-combinations
describe("shortcuts.json", () => {
  const keys = shortcutsJson.shortcuts.flatMap(({ key }) => [key.default, key.mac]);

  it("has a key for each action, and no key twice", () => {
    expect(shortcutsJson.shortcuts.map(({ action }) => action)).toEqual(shortcutsJson.actions.map(({ id }) => id));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("uses three modifiers and a letter, which leaves Excel's own keys alone", () => {
    expect(keys.filter((key) => !/^(Ctrl|Command)\+Alt\+Shift\+[A-Z]$/.test(key))).toEqual([]);
  });

  it("uses no letter that AltGr and Shift write on Polish, British or US-International keyboards", () => {
    expect(keys.filter((key) => /[ACDEILNOPQSTUWXYZ]$/.test(key))).toEqual([]);
  });

  it("is told in the words of each system", () => {
    expect(shortcutTexts(false)[0]).toEqual(["Show pane", "Ctrl+Alt+Shift+M"]);
    expect(shortcutTexts(true)[0]).toEqual(["Show pane", "⌘⌥⇧M"]);
  });

  it("is built as the manifest names it", () => {
    const url = new URL(attribute(only("ExtendedOverrides"), "Url"));
    expect(JSON.parse(distText(url.pathname.slice(1)))).toEqual(shortcutsJson);
  });
});

describe("dist/manifest.xml", () => {
  it("differs from the source in its origin only", () => {
    const built = parse(distText("manifest.xml"));
    const [origin = ""] = new Set(addresses(built).map((url) => new URL(url).origin));
    expect(origin).toMatch(/^https:\/\//);
    expect(distText("manifest.xml").replaceAll(origin, "https://localhost:3000")).toBe(
      readFileSync(join(ROOT, "manifest.xml"), "utf8"),
    );
  });

  it("names only files that are there", () => {
    for (const url of addresses(parse(distText("manifest.xml")))) {
      expect(distPath(new URL(url).pathname.slice(1))).toBeTruthy();
    }
  });

  it("stands beside icons of the right sizes", () => {
    for (const size of [16, 32, 64, 80]) {
      expect(pngSize(distPath(`assets/icon-${size}.png`))).toEqual([size, size]);
    }
  });
});
