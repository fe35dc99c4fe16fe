// dist/functions.json and dist/functions.js as Excel takes them: the metadata keeps to the strictest limits that
// Microsoft publishes, and the script registers exactly the functions that the metadata names, without a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { distText } from "./dist";

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
}
interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly Parameter[];
    readonly options?: Readonly<Record<string, unknown>>;
  }[];
}

const metadata = (): Metadata => JSON.parse(distText("functions.json")) as Metadata;
const functions = (): Metadata["functions"] => metadata().functions;

/** The newest numbered schema of Microsoft's unified manifest; its part for functions is stricter than Excel itself. */
const schema = (): Record<string, unknown> => {
  const main = createRequire(import.meta.url).resolve("@microsoft/app-manifest");
  const file = join(dirname(main), "json-schemas/teams/v1.30/MicrosoftTeams.schema.json");
  const { definitions } = JSON.parse(readFileSync(file, "utf8")) as { definitions: Record<string, object> };
  return { ...definitions["extensionCustomFunctions"], definitions };
};

describe("dist/functions.json", () => {
  it("keeps to the newest manifest schema", () => {
    // These two belong to the stand-alone file only: where its schema is, and that error cells may be arguments.
    const { $schema, allowErrorForDataTypeAny, ...checked } = metadata() as Metadata & Record<string, unknown>;
    expect($schema).toMatch(/custom-functions\.schema\.json$/);
    expect(allowErrorForDataTypeAny).toBe(true);
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema());
    validate(checked);
    expect(validate.errors ?? []).toEqual([]);
  });

  it("has upper-case ids, each once, equal to the name that people type", () => {
    const ids = functions().map(({ id }) => id);
    expect(ids.filter((id) => !/^[A-Z][A-Z0-9_.]{2,}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(functions().filter(({ id, name }) => id !== name)).toEqual([]);
  });

  it("has no name that Excel reads as a cell", () => {
    const likeCell = /^([A-Z]{1,3}\d{1,7}|R\d*C\d*)$/;
    expect(functions().filter(({ name }) => likeCell.test(name))).toEqual([]);
  });

  it("describes every function and every parameter", () => {
    for (const { id, description, parameters } of functions()) {
      expect(description, id).not.toBe("");
      for (const parameter of parameters) expect(parameter.description, `${id} ${parameter.name}`).not.toBe("");
    }
  });

  it("has no required parameter after an optional one", () => {
    for (const { id, parameters } of functions()) {
      const optional = parameters.map((parameter) => parameter.optional === true);
      expect(optional, id).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
    }
  });

  it("asks for no volatile, streaming or preview behaviour", () => {
    expect(
      functions().flatMap(({ id, options = {} }) => Object.keys(options).map((option) => `${id} ${option}`)),
    ).toEqual([]);
  });
});

describe("dist/functions.js", () => {
  /** Runs the script where there is nothing but the language and CustomFunctions, and tells what it registered. */
  const registered = (): string[] => {
    const ids: string[] = [];
    class CustomFunctionsError extends Error {}
    const CustomFunctions = {
      associate: (id: string, evaluate: unknown) => {
        expect(typeof evaluate, id).toBe("function");
        ids.push(id);
      },
      Error: CustomFunctionsError,
      ErrorCode: {},
    };
    runInContext(distText("functions.js"), createContext({ CustomFunctions }));
    return ids;
  };

  it("registers exactly the functions of the metadata, each once, while it loads and without a page", () => {
    expect(registered().sort()).toEqual(functions().map(({ id }) => id).sort()); // prettier-ignore
  });

  it("is one classic script: no module, no further files, no evaluation of text", () => {
    const script = distText("functions.js");
    expect(script).not.toMatch(/\bimport\s*\(|^\s*(import|export)\s/m);
    expect(script).not.toMatch(/\bnew Function\b|\beval\s*\(/);
  });

  it("leaves its catalogue and record for the pages, also where there is no CustomFunctions", () => {
    const page = createContext({});
    runInContext(distText("functions.js"), page);
    expect(runInContext("MinerOverhang.catalogue.length", page)).toBe(functions().length);
    expect(runInContext("MinerOverhang.record().version", page)).toMatch(/^\d{4}-\d{2}-\d{2}/);
  });
});
