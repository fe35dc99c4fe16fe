// What the build fills into the hand-written pages: counts, coverage and assumptions, from the record and the model.
import { isoOf, type Day } from "../../common/days";
import { isAssumed } from "../../data/published";
import { HOLDINGS, type MinerRecord } from "../../data/record";
import { functionCalled } from "../../functions/catalogue";
import { bare } from "../../functions/cells";
import { ASSUMPTIONS } from "../../model/scenario/assumptions";
import { COLUMNS } from "../../model/scenario/columns";
import { PRESETS } from "../../model/scenario/presets";
import { sentencesOf, sharesOf } from "../coverage/shares";
import { quarterTable } from "./quarter-table";
import { tableOf, type Fillings } from "./guides";
import { html, type Html } from "../../common/html";

const head = (...names: string[]): Html[] => names.map((name) => html`${name}`);
const count = (value: number): string => value.toLocaleString("en-US");

const day = (value: Day | undefined): Html => (value === undefined ? html`none` : html`<time>${isoOf(value)}</time>`);

/** Each miner: how far its counts of coins reach, and how much else the record has of it. */
const coverage = (record: MinerRecord): Html =>
  tableOf(
    head("Miner", "First count", "Last count", "Counts", "Other figures", "Events", "To know"),
    record.miners.map(({ ticker, name, inAll, formerNames, note }, miner) => {
      const { start, end } = record.rows(miner, record.metricIndex(HOLDINGS));
      const figures = [...record.tables.reports, ...record.tables.facts].filter((row) => row.ticker === ticker).length;
      const events = record.events.filter((event) => event.ticker === ticker).length;
      return [
        html`<b>${ticker}</b><br />${name}`,
        day(end > start ? record.periodEnd(start) : undefined),
        day(end > start ? record.periodEnd(end - 1) : undefined),
        count(end - start),
        count(figures - (end - start)),
        count(events),
        [note, formerNames.length > 0 ? `Also ${formerNames.join(", ")}.` : "", inAll ? "" : "Not in ALL."]
          .filter(Boolean)
          .join(" "),
      ];
    }),
  );

const series = (record: MinerRecord): Html =>
  tableOf(
    head("Series", "Unit", "First", "Last", "Points", "What it is"),
    record.series.map(({ id, unit, definition }) => {
      const points = record.marketRange(id, -Infinity, Infinity);
      return [
        html`<code>${id}</code>`,
        unit,
        day(points[0]?.day),
        day(points.at(-1)?.day),
        count(points.length),
        definition,
      ];
    }),
  );

const standard = (assumption: (typeof ASSUMPTIONS)[number]): string => {
  if (assumption.source !== undefined) return assumption.source;
  if (!("default" in assumption)) return "";
  if (assumption.kind === "date") return isoOf(assumption.default);
  return typeof assumption.default === "number" ? count(assumption.default) : assumption.default;
};

const assumptions = (): Html =>
  tableOf(
    head("Name", "Unit", "If left out", "What it is"),
    ASSUMPTIONS.map((assumption) => [
      html`<code>${assumption.kind === "figure" ? `TICKER.${assumption.name}` : assumption.name}</code>`,
      assumption.unit,
      standard(assumption),
      assumption.meaning,
    ]),
  );

const presets = (): Html =>
  tableOf(
    head("Preset", "What happens and what it asks"),
    PRESETS.map(({ name, sentences }) => [html`<code>${name}</code>`, sentences.join(" ")]),
  );

const columns = (): Html =>
  tableOf(
    head("Column", "Unit", "What it is"),
    COLUMNS.map(({ name, unit, meaning }) => [html`<code>${name}</code>`, unit, meaning]),
  );

/** The day of the article whose thesis the add-in examines: what the record holds for it. */
const ARTICLE_DAY = "2026-03-14";

const holdings = (...args: string[]): string => {
  const value = functionCalled("MINERHOLDINGS")?.evaluate(args)[0]?.[0];
  const plain = value === undefined ? undefined : bare(value);
  if (typeof plain !== "number") throw new Error("MINERHOLDINGS gave no number for the help pages.");
  return count(Math.round(plain));
};

const words = (record: MinerRecord): Record<string, string> => {
  const figures = [...record.tables.reports, ...record.tables.facts];
  const share = (part: number): string => `${Math.round(100 * part)} %`;
  const { ofFigures, ofCounts } = sharesOf(record);
  return {
    version: record.version,
    miners: count(record.miners.length),
    members: count(record.miners.filter(({ inAll }) => inAll).length),
    figures: count(figures.length),
    coinCounts: count(figures.filter(({ metric }) => metric === HOLDINGS).length),
    metrics: count(record.metrics.length),
    events: count(record.events.length),
    points: count(record.tables.market.length),
    sources: count(record.tables.sources.length),
    firstReport: isoOf(record.firstReport),
    newestReport: isoOf(record.newestReport),
    fromFilings: share(ofFigures.filing),
    fromReleases: share(ofFigures.company),
    countsFromCompany: share(ofCounts.filing + ofCounts.company),
    bearsOut: sentencesOf(record),
    withoutFullDate: share(figures.filter(({ published }) => isAssumed(published)).length / figures.length),
    articleTotal: holdings("ALL", ARTICLE_DAY),
    articleTotalKnown: holdings("ALL", ARTICLE_DAY, "BTC", ARTICLE_DAY),
  };
};

export const fillings = (record: MinerRecord): Fillings => ({
  tables: {
    coverage: () => coverage(record),
    quarters: () => quarterTable(record),
    series: () => series(record),
    assumptions,
    presets,
    columns,
  },
  words: words(record),
});
