// Writes what was accepted: the whole record is built and validated in memory first, then all files or none.
import { dayOfIso, isoOf } from "../../common/days";
import { versionAfter } from "../../common/version";
import { isSameValue } from "../candidate";
import { Failure } from "../failure";
import { isDocument, type Known } from "../known";
import { hashOf, nameOf, type Proposal } from "../proposal";
import { readFiles, recordOf, versionIn, type FileTexts } from "../record-files";
import { canBeAdded, readStore, type Stored } from "../store";
import type { World } from "../world";
import { changeLine, withChange } from "./changes";
import { unifiedDiff } from "./diff";
import { nextSourceId, sourcesIn, withFigure, withoutUnused, withPoint, withSource } from "./lines";
import { writeAll } from "./write";

/** Accepted proposals that are what was seen when they were accepted. */
const acceptedIn = ({ proposals, decisions }: Stored): Proposal[] => {
  const accepted = proposals.filter(({ id }) => decisions[id]?.kind === "accept");
  const edited = accepted.filter((each) => hashOf(each) !== each.hash || decisions[each.id]?.hash !== each.hash);
  if (edited.length > 0) {
    throw new Failure(
      `Edited after it was read: ${edited.map(nameOf).join("; ")}. A person who knows better edits the CSV by hand. Nothing was written.`,
      true,
    );
  }
  const closed = accepted.filter((each) => !canBeAdded(each));
  if (closed.length > 0) {
    throw new Failure(
      `Cannot be added: ${closed.map((each) => `${nameOf(each)} (${each.outcome}: ${each.reason})`).join("; ")}. Nothing was written.`,
      true,
    );
  }
  return accepted;
};

/** Why a line need not or cannot be added any more; undefined if it can. */
const problemOf = ({ line, source }: Proposal, known: Known, version: string): string | undefined => {
  const since = `That row is there since ${version}; dropped`;
  if (line.file === "market") {
    const row = known.texts.market.rows.find(
      ({ cells }) => cells["series"] === line.series && cells["date"] === line.date,
    );
    return row && (!line.replaces || isSameValue(Number(row.cells["value"]), line.value)) ? since : undefined;
  }
  const found = known
    .rowsAt(line.ticker, line.metric, dayOfIso(line.period_end) ?? NaN)
    .find(
      (row) =>
        row.period === line.period && row.scope === line.scope && isDocument(known.source(row.source), source.url),
    );
  return found && since;
};

/** The source of a line that is there already: the document, or for the chain the same address. */
const isOf = (each: { title: string; url: string }, { title, url }: Proposal["source"]): boolean =>
  isDocument(each, url) || (each.title === title && each.url === url);

/** The files with one more line, and its source if that is new. */
const withLine = (files: FileTexts, { line, source }: Proposal): FileTexts => {
  const sources = files["sources.csv"] ?? "";
  const there = sourcesIn(sources).find((each) => isOf(each, source));
  const id = there?.id ?? nextSourceId(sources);
  const name = `${line.file}.csv`;
  const text = files[name] ?? "";
  return {
    ...files,
    [name]: line.file === "market" ? withPoint(text, line, id) : withFigure(text, line, id),
    ...(there ? {} : { "sources.csv": withSource(sources, id, source.title, source.url) }),
  };
};

export const apply = (world: World, file: string, isDryRun: boolean): void => {
  const { terminal, dataFolder } = world;
  const accepted = acceptedIn(readStore(file));
  if (accepted.length === 0) {
    terminal.say("Nothing was accepted yet, so nothing was written. Decide with: npm run data:collect -- --review");
    return;
  }
  const before = readFiles(dataFolder);
  const version = versionIn(before);
  const today = isoOf(Math.floor(world.now().getTime() / 86_400_000));
  const known = recordOf(before);
  const added: Proposal[] = [];
  for (const proposal of accepted) {
    const problem = problemOf(proposal, known, version);
    if (problem === undefined) added.push(proposal);
    else terminal.say(`${nameOf(proposal)}: ${problem}.`);
  }
  if (added.length === 0) {
    terminal.say("All that was accepted is there already. Nothing was written.");
    return;
  }
  const next = versionAfter(version, Math.floor(world.now().getTime() / 86_400_000));
  if (next === undefined) {
    throw new Failure(
      `The record is of ${version}, after today, ${today}: check the clock. Nothing was written.`,
      true,
    );
  }
  const after = finished(before, added, today, next);
  recordOf(after);
  for (const name of Object.keys(after)) {
    const diff = unifiedDiff(name, before[name] ?? "", after[name] ?? "");
    if (diff !== "") terminal.say(diff);
  }
  if (isDryRun) {
    terminal.say("A dry run: nothing was written.");
    return;
  }
  writeAll(dataFolder, before, after);
  terminal.say(`The record is now ${next}.`);
  terminal.say("Now: npm test, then npm run data:release");
};

const finished = (before: FileTexts, added: readonly Proposal[], today: string, version: string): FileTexts => {
  const filled = added.reduce(withLine, before);
  const others = ["reports.csv", "facts.csv", "events.csv", "market.csv", "aggregate.csv"].map(
    (name) => filled[name] ?? "",
  );
  const record = { ...(JSON.parse(filled["record.json"] ?? "{}") as object), version };
  return {
    ...filled,
    "sources.csv": withoutUnused(filled["sources.csv"] ?? "", others),
    "record.json": `${JSON.stringify(record)}\n`,
    "CHANGES.md": withChange(filled["CHANGES.md"] ?? "", today, changeLine(added)),
  };
};
