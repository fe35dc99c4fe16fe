// The bill of materials of a build, component by component as CycloneDX 1.6 has it (https://cyclonedx.org/docs/1.6/json).
// It holds no time and no random number, so that one lockfile gives one file.
import { licenceNameOf, licenceTextOf, type Package } from "./packages";

const addressOf = ({ name, version }: Package): string => `pkg:npm/${name.replace("@", "%40")}@${version}`;

const hashesOf = ({ integrity }: Package): object[] => {
  const [algorithm, base64] = integrity.split("-");
  if (algorithm !== "sha512" || base64 === undefined) return [];
  return [{ alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") }];
};

const licencesOf = (name: string): object[] => {
  if (name === "") return [];
  // office.js is under terms of Microsoft that have no SPDX name; only tests read it unless a build asks for it.
  if (name === "LICENSE") return [{ license: { name: "the terms in the package's LICENSE file" } }];
  return [name.includes(" ") ? { expression: name } : { license: { id: name } }];
};

/** Of two copies of one version, the shipped one counts. */
const distinct = (packages: readonly Package[]): Package[] => [
  ...new Map([...packages].reverse().map((one) => [addressOf(one), one])).values(),
];

export const billOfMaterials = (
  root: string,
  product: { readonly name: string; readonly version: string },
  all: readonly Package[],
  shipped: readonly Package[],
): object => {
  const isShipped = new Set(shipped);
  const component = (one: Package): object => ({
    type: "library",
    "bom-ref": addressOf(one),
    name: one.name,
    version: one.version,
    scope: isShipped.has(one) ? "required" : "excluded",
    hashes: hashesOf(one),
    licenses: licencesOf(isShipped.has(one) ? licenceNameOf(one, licenceTextOf(root, one)) : one.licence),
    purl: addressOf(one),
  });
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": product.name, ...product, licenses: [{ license: { id: "MIT" } }] },
    },
    components: distinct([...shipped, ...all])
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
      .map(component),
  };
};
