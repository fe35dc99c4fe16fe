// What the build says of the code of others: dist/licences.txt with the text of each licence, and dist/sbom.json.
// Shipped is what webpack put into a bundle; everything else of the lockfile only builds and tests.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Compilation, Compiler, Module } from "webpack";
import { billOfMaterials } from "./bill-of-materials";
import { licenceNameOf, licenceTextOf, packagesOf, type Package } from "./packages";

/** Its own runtime stands at the head of every bundle, though no module of it is imported. */
const IN_EVERY_BUNDLE = "webpack";

const LINE = "-".repeat(80);

/** One section for each text, with all packages that it covers. */
export const licencesText = (root: string, shipped: readonly Package[]): string => {
  const byText = new Map<string, string[]>();
  for (const one of shipped) {
    const text = licenceTextOf(root, one);
    byText.set(text, [...(byText.get(text) ?? []), `${one.name} ${one.version} (${licenceNameOf(one, text)})`]);
  }
  const sections = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  const own = readFileSync(join(root, "LICENSE"), "utf8").trim();
  return [
    `Miner Overhang is under the MIT licence:\n\n${own}\n`,
    `It ships code of ${shipped.length} packages, each under its own licence. A package may carry code of others inside its files; its licence names them.\n`,
    ...sections,
  ].join(`\n${LINE}\n\n`);
};

const filesIn = (module: Module & { readonly resource?: string; readonly modules?: readonly Module[] }): string[] =>
  module.modules ? module.modules.flatMap(filesIn) : module.resource === undefined ? [] : [module.resource];

/** The folder of the package that a file belongs to, as the lockfile names it; undefined for a file of ours. */
const packagePathOf = (root: string, file: string): string | undefined =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(relative(root, file).replaceAll("\\", "/"))?.[0];

/** One instance for all bundles: it gathers from each, and writes with the last one. */
export class ShippedLicences {
  private readonly paths = new Set<string>([`node_modules/${IN_EVERY_BUNDLE}`]);

  constructor(
    private readonly root: string,
    private readonly last: string,
    /** Packages whose files are copied, not bundled. */
    copied: readonly string[] = [],
  ) {
    for (const name of copied) this.paths.add(`node_modules/${name}`);
  }

  apply(compiler: Compiler): void {
    const { Compilation: stages, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("licences", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "licences", stage: stages.PROCESS_ASSETS_STAGE_REPORT }, () => {
        this.gather(compilation);
        if (compiler.name !== this.last) return;
        for (const [name, text] of this.files()) compilation.emitAsset(name, new sources.RawSource(text));
      });
    });
  }

  private gather({ chunks, chunkGraph }: Compilation): void {
    for (const chunk of chunks) {
      for (const module of chunkGraph.getChunkModulesIterable(chunk)) {
        for (const file of filesIn(module)) {
          const path = packagePathOf(this.root, file);
          if (path !== undefined) this.paths.add(path);
        }
      }
    }
  }

  private files(): [string, string][] {
    const all = packagesOf(readFileSync(join(this.root, "package-lock.json"), "utf8"));
    const shipped = all.filter(({ path }) => this.paths.has(path));
    if (shipped.length < this.paths.size) {
      const unknown = [...this.paths].filter((path) => !shipped.some((one) => one.path === path));
      throw new Error(`The bundles hold code that package-lock.json does not name: ${unknown.join(", ")}.`);
    }
    const { name, version } = JSON.parse(readFileSync(join(this.root, "package.json"), "utf8")) as {
      name: string;
      version: string;
    };
    return [
      ["licences.txt", licencesText(this.root, shipped)],
      ["sbom.json", JSON.stringify(billOfMaterials(this.root, { name, version }, all, shipped), null, 1)],
    ];
  }
}
