// @vitest-environment jsdom
// Pane, functions and server may be of different builds: the pane says so, and what to do.
import { describe, expect, it } from "vitest";
import { BUILD, VERSION } from "../../src/functions";
import { otherServed, PANE, reloadNeeded } from "../../src/taskpane/updates/reload";
import { MinerRecord } from "../../src/data/record";
import { json, newest, offering, status, type Answers } from "../refresh/support";
import { buttonCalled, heard } from "./harness";
import { openRefreshPane, under } from "./refresh-bench";

const OLD = { addin: "0.1.0", build: "0123456789ab" };
const REBUILT = { addin: "0.1.0", build: "ba9876543210" };
const NEXT = { addin: "0.2.0", build: "fedcba987654" };

describe("pane and functions", () => {
  it("of one build need no reload", () => {
    expect(reloadNeeded(OLD, { ...OLD }, "excel")).toBeUndefined();
    expect(reloadNeeded({ addin: VERSION, build: BUILD }, PANE, "excel")).toBeUndefined();
  });

  it("of two versions are told by them", () => {
    expect(reloadNeeded(OLD, NEXT, "excel")).toBe(
      "Reload needed: the pane is from version 0.2.0, the functions in the cells are from version 0.1.0. Close and reopen Excel; if that does not help, clear Office’s cache.",
    );
  });

  it("of two builds of one version are told by their ids", () => {
    expect(reloadNeeded(OLD, REBUILT, "browser")).toBe(
      "Reload needed: the pane is from build ba9876543210, the functions in the cells are from build 0123456789ab. Reload the page.",
    );
  });

  it("are told apart also where the functions are too old to say what they are", () => {
    expect(reloadNeeded({ addin: undefined, build: undefined }, NEXT, "excel")).toContain("from an earlier version.");
    expect(reloadNeeded({ addin: "0.1.0", build: undefined }, OLD, "excel")).toContain("from an earlier build.");
  });
});

describe("the server", () => {
  it("that tells nothing, or has what runs here, is not spoken of", () => {
    expect(otherServed(undefined, OLD, "excel")).toBeUndefined();
    expect(otherServed({ ...OLD }, OLD, "excel")).toBeUndefined();
  });

  it("is named when it has another version or build", () => {
    expect(otherServed(NEXT, OLD, "excel")).toMatch(
      /^The server has a different copy .*: version 0\.2\.0 there, version 0\.1\.0 here\. Close/,
    );
    expect(otherServed(REBUILT, OLD, "excel")).toContain("build ba9876543210 there, build 0123456789ab here");
  });
});

describe("a check for updates", () => {
  const ANOTHER = "version 9.9.9 there";
  const build = (addin: string) => json({ addin, build: "ba9876543210" });
  const open = async (answers: Answers) => {
    const opened = await openRefreshPane({ answers: { ...offering(), ...answers } });
    return { ...opened, says: () => opened.root.textContent };
  };

  it("says beside the newer data that the server has another add-in", async () => {
    const { root, says } = await open({ "/build.json": build("9.9.9") });
    buttonCalled(root, "Check for updates").click();
    await expect.poll(says, { timeout: 5000 }).toContain("What changes from");
    expect(says()).toContain(ANOTHER);
    await expect.poll(() => heard(root)).toContain(ANOTHER);
  });

  it("says it also when the data are the newest", async () => {
    const { root } = await openRefreshPane({
      answers: { ...offering(), "/build.json": build("9.9.9") },
      setup: { options: { bundled: MinerRecord.unpack(newest.packed) } },
    });
    buttonCalled(root, "Check for updates").click();
    await expect
      .poll(() => under(root, "Newer data"))
      .toMatch(/This server has nothing newer .* version 9\.9\.9 there/);
  });

  it.each<readonly [string, Answers]>([
    ["nothing of it", {}],
    ["an error", { "/build.json": status(500) }],
    ["a web page", { "/build.json": json("<html>") }],
    ["something else", { "/build.json": json({ addin: "next", build: 5 }) }],
  ])("goes on without a word when the server tells %s", async (_, answers) => {
    const { root, says, clock } = await open(answers);
    buttonCalled(root, "Check for updates").click();
    await expect.poll(says, { timeout: 5000 }).toContain("What changes from");
    expect(says()).not.toContain("another add-in");
    expect(clock.pauses).toEqual([]);
  });
});
