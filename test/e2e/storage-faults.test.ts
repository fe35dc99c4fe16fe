// What can be wrong with the browser's storage, as a user of the built pane meets it: full, blocked, corrupt, or written by
// a second pane. Each leaves everything as it was, or whole.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { BUNDLED, press, REVISED } from "./newer-site";
import { answer, apply, closeAll, look, newerSiteForAll, says, standing } from "./pane-standing";

const openPane = newerSiteForAll();

describe("the browser's storage", () => {
  /** Another add-in of the same origin has taken all the room there is. */
  const fillUp = (): void => {
    for (let size = 1 << 20; size >= 1;) {
      try {
        localStorage.setItem(`of another add-in ${localStorage.length}`, "x".repeat(size));
      } catch {
        size /= 2;
      }
    }
  };
  const makeRoom = (): void => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("of another")) localStorage.removeItem(key);
  };

  it("may be full: applying is refused, changes nothing, and succeeds when there is room", async () => {
    const excel = await openPane();
    const { page, host } = excel;
    const sentence =
      /no room left .* Remove own rows that you no longer need and try again; other add-ins at the same address/;
    await look(page);
    const before = await standing(excel);
    await page.evaluate(fillUp);
    await press(page, "Apply");
    await says(page, sentence);
    expect(await page.getByRole("status").last().textContent()).toMatch(sentence);
    expect(await standing(excel)).toEqual(before);
    await page.evaluate(makeRoom);
    await apply(page);
    expect(host.grid.calculated).toEqual(["Full"]);
    await closeAll(excel);
  });

  it("may be blocked: newer data last until Excel closes, and the pane says so", async () => {
    const excel = await openPane({
      prepare: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, "localStorage", {
            get: () => {
              throw new DOMException("Access is denied for this document.", "SecurityError");
            },
          });
        }),
    });
    const { page } = excel;
    await says(page, "newer data and own rows last until Excel closes. Allow site data to keep them.");
    await look(page);
    await apply(page);
    await page.reload();
    await says(page, "as it came with the add-in");
    expect(await answer(page)).toBe(BUNDLED);
    await closeAll(excel);
  });

  /** What another program, or half a write, may have left where the add-in keeps its texts. */
  const spoil = (page: Page, name: string, text: string | undefined): Promise<void> =>
    page.evaluate(
      ([part, instead]) => {
        for (const [key, kept] of Object.entries(localStorage as unknown as Record<string, string>)) {
          if (!key.includes(`miner-overhang/${part}`)) continue;
          localStorage.setItem(key, instead ?? `${kept.slice(0, kept.length / 2)}?${kept.slice(kept.length / 2 + 1)}`);
        }
      },
      [name, text] as const,
    );

  it("may hold a record that nobody signed: it is withdrawn with a sentence, and the cells read the bundle's again", async () => {
    const excel = await openPane();
    const { page } = excel;
    await look(page);
    await apply(page);
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.endsWith("miner-overhang/state")) ?? "";
      const state = JSON.parse(localStorage.getItem(key) ?? "{}") as { release: { signed: { signature: string } } };
      state.release.signed.signature = state.release.signed.signature.split("").reverse().join("");
      localStorage.setItem(key, JSON.stringify(state));
    });
    await page.reload();
    await says(page, "was not signed by the publisher of this add-in. It is no longer used");
    await says(page, "as it came with the add-in");
    expect(await answer(page)).toBe(BUNDLED);
    await closeAll(excel);
  });

  it.each([
    [
      "a record with one sign changed",
      "record-",
      undefined,
      "The data of 2026-12-22 stored in this browser is damaged.",
    ],
    ["a state that is none", "state", '{"format":99}', "This add-in cannot read the newer data stored in this browser"],
  ])(
    "may hold %s: the data that came with the add-in is used until it is got again",
    async (_, name, text, sentence) => {
      const excel = await openPane();
      const { page, host } = excel;
      await look(page);
      await apply(page);
      await spoil(page, name, text);
      const cells = JSON.stringify(host.grid.at("Sheet1!A1"));
      host.grid.calculated.length = 0;
      await page.reload();
      await says(page, sentence);
      await says(page, /check for updates to get (it|newer data) again/);
      expect(await answer(page)).toBe(BUNDLED);
      expect(JSON.stringify(host.grid.at("Sheet1!A1"))).toBe(cells);
      expect(host.grid.calculated).toEqual([]);
      await look(page);
      await apply(page);
      await page.reload();
      await says(page, "brought in by an update");
      expect(await page.getByText(sentence).count()).toBe(0);
      expect(await answer(page)).toBe(REVISED);
      await closeAll(excel);
    },
  );

  it("may hold own rows that cannot be read: their text is kept, the record is used without them", async () => {
    const excel = await openPane();
    const { page } = excel;
    await page.evaluate(() => {
      localStorage.setItem("miner-overhang/own", "not ours");
    });
    await page.reload();
    await says(page, "Your own rows could not be read. Their text is kept and can be exported");
    expect(await answer(page)).toBe(BUNDLED);
    await look(page);
    await apply(page);
    expect(await page.evaluate(() => localStorage.getItem("miner-overhang/own"))).toBe("not ours");
    await closeAll(excel);
  });

  it("may be changed by a second pane: the slower one takes its offer back, and has the data of the faster one", async () => {
    const one = await openPane();
    const two = await openPane({ beside: one.page });
    await Promise.all([look(one.page), look(two.page)]);
    await apply(one.page);
    const before = await standing(one);
    await says(
      two.page,
      "Another window has changed the data in the meantime. Check what is in use now, then decide again.",
    );
    expect(await two.page.getByRole("button", { name: "Apply", exact: true }).count()).toBe(0);
    expect(await standing(one)).toEqual(before);
    expect(await answer(two.page)).toBe(REVISED);
    expect(two.host.grid.calculated).toEqual([]);
    await press(two.page, "Check for updates");
    await says(two.page, "This server has nothing newer than 22 Dec 2026; its newest report is of 30 Sep 2026.");
    await closeAll(one, two);
  });
});
