// @vitest-environment jsdom
// The live market in the pane: off until asked, shown with its time, dropped at the press of a button.
import { describe, expect, it } from "vitest";
import { record } from "../../src/functions";
import { ask } from "../functions/ask";
import { buttonCalled } from "./harness";
import { openRefreshPane, under } from "./refresh-bench";

const HEADING = "Live market";
/** 2026-11-22 12:00 UTC. Numbers made up; shapes as https://mempool.space/docs/api/rest documents them. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  "/api/v1/prices": { time: 1795348800, USD: 98765 },
  "/api/v1/mining/hashrate/3d": { currentHashrate: 1.05e21, currentDifficulty: 1.5e14 },
  "/api/v1/mining/reward-stats/144": { totalFee: "250000000" },
};

/** mempool.space, as far as the pane asks it; every other address is the test's own server. */
const withMempool = (isThere: () => boolean, asked: string[] = []) => ({
  environment: {
    fetch: (address: string, init: RequestInit): Promise<Response> => {
      const url = new URL(address);
      if (url.host !== "mempool.space") return fetch(address, init);
      asked.push(url.pathname);
      const body = JSON.stringify(ANSWERS[url.pathname]);
      const response = new Response(body, { status: isThere() ? 200 : 404 });
      Object.defineProperty(response, "url", { value: address });
      return Promise.resolve(response);
    },
  },
});

const says = (root: Element, text: string | RegExp): Promise<void> =>
  expect.poll(() => under(root, HEADING)).toMatch(text);

describe("the live market", () => {
  it("is off, and asks nobody until it is told to", async () => {
    const asked: string[] = [];
    const { root, refresh } = await openRefreshPane({ setup: withMempool(() => true, asked) });
    expect(under(root, HEADING)).toMatch(/^Off\./);
    await refresh.check();
    expect(asked).toEqual([]);
  });

  it("is shown with its time and reaches the cells, until it is dropped", async () => {
    const { root, sheet } = await openRefreshPane({ setup: withMempool(() => true) });
    const before = ask("BTCNETWORK", "price");
    buttonCalled(root, "Ask now").click();
    await says(root, "The live market is in use.");
    expect(under(root, HEADING)).toMatch(
      /22 Nov 2026.*Price 98,765 USD Hash rate 1,050 EH\/s Difficulty 150 T Fees 2.5 BTC a day/,
    );
    expect(ask("BTCNETWORK", "price")).toBe(98765);
    expect(sheet.recalculated).toEqual(["workbook"]);
    buttonCalled(root, "Drop the quote").click();
    await says(root, "The record’s own market figures are in use again.");
    expect(ask("BTCNETWORK", "price")).toBe(before);
    expect(record().quotedOn).toBeUndefined();
  });

  it("that cannot be had leaves the record's own figures, and says so", async () => {
    const { root, sheet } = await openRefreshPane({ setup: withMempool(() => false) });
    const before = ask("BTCNETWORK", "price");
    buttonCalled(root, "Ask now").click();
    await says(root, /No live market: .* The record's own market figures are used\./);
    expect(ask("BTCNETWORK", "price")).toBe(before);
    expect(sheet.recalculated).toEqual([]);
  });
});
