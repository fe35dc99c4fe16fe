// What the page on keeping the record fresh and its workflow tell people to run is there to be run.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { HELP } from "../../src/collect/options";

const read = (path: string): string => readFileSync(path, "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const PAGES = ["assets/help/fresh.md", "assets/help/deploy.md", "docs/collect-workflow.yml"];

describe.each(PAGES)("%s", (path) => {
  const commands = [...read(path).matchAll(/npm run ([a-z:]+)(?: -- ([^`\n|]*))?/g)];

  test("names commands that package.json has", () => {
    expect(commands.length).toBeGreaterThan(0);
    for (const [, script = ""] of commands) expect(scripts).toHaveProperty([script]);
  });

  test("gives data:collect only options that it knows", () => {
    for (const [, script, options = ""] of commands) {
      if (script !== "data:collect") continue;
      for (const [option] of options.matchAll(/--[a-z-]+/g)) expect(HELP).toContain(option);
    }
  });
});

describe("the workflow", () => {
  const text = read("docs/collect-workflow.yml");

  test("holds no secret, asks for none and signs nothing", () => {
    expect(text).not.toMatch(/secrets\.|BEGIN [A-Z ]*KEY|--key/);
    expect(text.match(/data:release/g)).toHaveLength(1);
    expect(text).toMatch(/^permissions: \{\}$/m);
  });

  test("hands nothing that others write into a shell but by the environment", () => {
    const runs = [...text.matchAll(/run: (?:\|\n((?: {10}.*\n)+)|(.*))/g)].map(
      ([, block, line]) => block ?? line ?? "",
    );
    expect(runs.length).toBeGreaterThan(5);
    for (const run of runs) expect(run).not.toContain("${{");
  });
});
