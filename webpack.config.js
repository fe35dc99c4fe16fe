// Two bundles: the functions (one classic script that Excel loads first) and the pages (pane, browser workbook).
// The pages do not contain the functions: they use the ones already in the page, so that both share one record.
//   --env origin=https://your.host   address of the add-in in manifest and metadata (default https://localhost:3000)
//   --env key=FILE                   key that releases of the record are signed with (PEM, outside the repository);
//                                    without it a development key of this machine, which the pane names as such
//   --env officejs=local             office.js from the folder office/ beside the pages instead of Microsoft's CDN
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import { build as esbuild } from "esbuild";
import { EsbuildPlugin } from "esbuild-loader";
import { tsImport } from "tsx/esm/api";
import webpack from "webpack";
import { BESIDE } from "./src/build/host/hosting.mjs";
import { buildId } from "./src/build/bundle/build-id.mjs";

const here = (...parts) => resolve(import.meta.dirname, ...parts);
const about = JSON.parse(readFileSync(here("package.json"), "utf8"));
const LOCAL_ORIGIN = "https://localhost:3000";
const developmentKeyIn = (origin) =>
  `This copy for ${origin} has the development key of this machine built in: it takes no release that anybody else signs, and whoever has this machine's key can sign for it. To hand it to others, build again with --env key=FILE (the guide to deployment says how to make one).`;
const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** The record as the build packed it; also read by the tests. README says its numbers. */
const packRecord = async () => {
  const { buildRecord } = await tsImport("./src/build/bundle/record.ts", import.meta.url);
  const built = buildRecord(here("assets/data"));
  mkdirSync(here(".cache"), { recursive: true });
  writeFileSync(here(".cache/record.json"), built.json);
  const { MinerRecord } = await tsImport("./src/data/record.ts", import.meta.url);
  const { writeReadme } = await tsImport("./src/build/coverage/readme.ts", import.meta.url);
  writeReadme(MinerRecord.unpack(built.packed));
  return built;
};

/** The formula parser from its sources: of the packed file webpack can leave out nothing. */
const FX = here("node_modules/@borgar/fx/lib");

/** Said at the end of the build, as webpack says its own warnings. */
const warn = (sentence) => ({
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap("warning of the build", ({ warnings }) => {
      warnings.push(new webpack.WebpackError(sentence));
    }),
});

const common = {
  mode: "production",
  devtool: "source-map",
  target: ["web", "es2022"],
  module: {
    rules: [
      { test: /\.ts$/, loader: "esbuild-loader", options: { target: "es2022" } },
      { include: FX, sideEffects: false },
    ],
  },
  optimization: { minimizer: [new EsbuildPlugin({ target: "es2022", css: true })] },
  resolve: { extensions: [".ts", ".js"], alias: { "@borgar/fx$": `${FX}/index.ts` } },
  performance: { hints: false },
  stats: "errors-warnings",
  cache: {
    type: "filesystem",
    cacheDirectory: here(".cache/webpack"),
    buildDependencies: { config: [import.meta.filename] },
  },
};

/** A style sheet and those that it imports as one file: one request, and less to send. */
const withImports = async (_text, path) => {
  const { outputFiles } = await esbuild({ entryPoints: [path], bundle: true, write: false });
  return outputFiles[0].text;
};

/** Modules of the record that the functions' script gives to the pages (src/functions/shared.ts). */
const SHARED = ["record", "names", "pack", "coin-age", "groups"].map((name) => here("src/data", name));

/** Any import of src/functions/index or of a shared module from a page means the script that is already there. */
const functionsAreThere = ({ context, request }, done) =>
  (/(^|\/)functions(\/index)?$/.test(request) &&
    /src[\\/](taskpane|playground|workbook|sheets|xlsx|common)/.test(context)) ||
  SHARED.includes(resolve(context, request))
    ? done(undefined, "MinerOverhang", "var")
    : done();

export default async (env = {}) => {
  const origin = String(env.origin ?? LOCAL_ORIGIN).replace(/\/+$/, "");
  if (!/^https:\/\/[^/]+/.test(origin)) {
    throw new Error(
      `--env origin=${origin} is no https address. Write, for example, --env origin=https://addins.example.com`,
    );
  }
  const built = await packRecord();
  // Parts of an earlier build have other names: they would be served and shipped for ever.
  rmSync(here("dist"), { recursive: true, force: true });
  const { functionsJson } = await tsImport("./src/functions/metadata.ts", import.meta.url);
  const { shortcutsJson } = await tsImport("./src/taskpane/shortcuts.ts", import.meta.url);
  const { readKey } = await tsImport("./src/build/bundle/keys.ts", import.meta.url);
  const { releaseFiles } = await tsImport("./src/build/bundle/release.ts", import.meta.url);
  const key = readKey(env.key);
  const keyWarnings = [
    ...(key.warning === undefined ? [] : [key.warning]),
    ...(env.key === undefined && origin !== LOCAL_ORIGIN ? [developmentKeyIn(origin)] : []),
  ];
  const { helpPages } = await tsImport("./src/build/help/help.ts", import.meta.url);
  const { ShippedLicences } = await tsImport("./src/build/bundle/licences.ts", import.meta.url);
  const officejs = env.officejs === "local" ? "office/office.js" : OFFICE_CDN;
  const licences = new ShippedLicences(here("."), "pages", env.officejs === "local" ? ["@microsoft/office-js"] : []);

  const build = buildId({ origin, officejs, key: key.bundled });
  const buildConstant = new webpack.DefinePlugin({ MINER_OVERHANG_BUILD: JSON.stringify(build) });

  const functions = {
    ...common,
    name: "functions",
    entry: { functions: "./src/functions/index.ts" },
    // A property of the global object, not a var: the minifier wraps the script in a function.
    output: {
      path: here("dist"),
      filename: "[name].js",
      library: { name: "MinerOverhang", type: "global" },
      globalObject: "globalThis",
    },
    plugins: [licences, buildConstant],
  };

  const pages = {
    ...common,
    name: "pages",
    // Its licences are those of both bundles.
    dependencies: ["functions"],
    entry: { taskpane: "./src/taskpane/taskpane.ts", playground: "./src/playground/playground.ts" },
    output: {
      path: here("dist"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: "auto",
    },
    externals: [functionsAreThere],
    plugins: [
      licences,
      ...keyWarnings.map(warn),
      buildConstant,
      new webpack.DefinePlugin({ MINER_OVERHANG_KEY: JSON.stringify(key.bundled) }),
      // Univer's hyphenation dictionaries: 50 chunks that a sheet of numbers never asks for.
      new webpack.IgnorePlugin({ resourceRegExp: /hyphen/, contextRegExp: /@univerjs/ }),
      new CopyPlugin({
        patterns: [
          {
            from: "src/taskpane/taskpane.html",
            to: "taskpane.html",
            transform: (html) => String(html).replace(OFFICE_CDN, officejs),
          },
          { from: "src/taskpane/taskpane.css", to: "taskpane.css", transform: withImports },
          { from: "src/playground/playground.html", to: "playground.html" },
          { from: "src/playground/*.css", to: "[name][ext]" },
          { from: "node_modules/@univerjs/preset-sheets-core/lib/index.css", to: "univer.css" },
          { from: "assets/icons/*.png", to: "assets/[name][ext]" },
          { from: "assets/help/*.{css,js}", to: "help/[name][ext]" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (xml) => String(xml).replaceAll(LOCAL_ORIGIN, origin),
          },
          ...(env.officejs === "local" ? [{ from: "node_modules/@microsoft/office-js/dist", to: "office" }] : []),
        ],
      }),
      {
        apply: (compiler) =>
          compiler.hooks.thisCompilation.tap("written by the catalogue", (compilation) =>
            compilation.hooks.processAssets.tap(
              { name: "catalogue", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
              () => {
                const emit = (name, text) => compilation.emitAsset(name, new webpack.sources.RawSource(text));
                emit("build.json", `${JSON.stringify({ addin: about.version, build })}\n`);
                emit("functions.json", JSON.stringify(functionsJson(origin), null, 1));
                emit("shortcuts.json", JSON.stringify(shortcutsJson, null, 1));
                for (const [name, text] of Object.entries(releaseFiles(built, key.signing))) emit(`data/${name}`, text);
                for (const { path, html } of helpPages()) emit(path, html);
                for (const [name, make] of Object.entries(BESIDE)) emit(name, make());
              },
            ),
          ),
      },
    ],
  };
  return [functions, pages];
};
