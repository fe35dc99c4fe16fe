// What the house allows: strict types, and the import rule of src/ (docs/architecture.md). Circles are found by
// .dependency-cruiser.mjs, which sees those of types too; what nobody uses by knip.json.
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** Which rooms of src/ each room may open, besides itself and `common`. */
const MAY_IMPORT = {
  common: [],
  model: [],
  data: [],
  functions: ["data", "model"],
  refresh: ["data"],
  sheets: ["functions"],
  xlsx: ["functions", "sheets"],
  workbook: ["sheets"],
  taskpane: ["functions", "refresh", "data", "sheets", "workbook"],
  playground: ["functions", "refresh", "data", "workbook", "sheets", "xlsx", "taskpane", "model"],
  collect: ["data"],
  build: ["data", "functions", "refresh", "workbook", "sheets", "xlsx", "taskpane", "playground", "model"],
};

const rooms = Object.keys(MAY_IMPORT);
const zones = Object.entries(MAY_IMPORT)
  .map(([room, allowed]) => ({
    target: `./src/${room}`,
    from: rooms
      .filter((other) => other !== room && other !== "common" && !allowed.includes(other))
      .map((other) => `./src/${other}`),
    message: `src/${room} may import only ${["common", ...allowed].filter((other) => other !== room).join(", ") || "itself"}.`,
  }))
  .filter((zone) => zone.from.length > 0);

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".cache/"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        { selector: "MemberExpression[property.name=/^(inner|outer)HTML$/]", message: "Data is text, never HTML." },
      ],
    },
  },
  {
    // What a cell asks for must be the same tomorrow and in every engine.
    files: ["src/model/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Use the seeded generator." },
        { object: "Date", property: "now", message: "The model knows no today." },
      ],
    },
  },
);
