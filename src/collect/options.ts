// What may stand behind npm run data:collect --, read and checked.
import { parseArgs } from "node:util";
import { dayOfIso } from "../common/days";
import { isContact, NO_CONTACT } from "./ask/network";
import { FILERS, type Filer } from "./filers";
import { WrongUse } from "./failure";

export interface Options {
  readonly contact?: string;
  readonly filers: readonly Filer[];
  readonly since?: string;
  readonly form?: string;
  readonly filing?: string;
  readonly market: boolean;
  readonly price: boolean;
  readonly record?: string;
  readonly from?: string;
  /** A file of proposals; undefined: the one in the work folder. */
  readonly file?: string;
  readonly job: "collect" | "review" | "review-page" | "apply";
  readonly dryRun: boolean;
  readonly data?: string;
  readonly help: boolean;
}

export const HELP = `Asks primary sources for newer figures and proposes them; a person decides on each.

  --contact "Name mail@host"   who asks; SEC wants it (or COLLECT_CONTACT in the environment)
  --miner RIOT,CLSK            only these; otherwise all with a CIK
  --since 2026-08-01           filings from this day on; otherwise the last 120 days
  --form 10-Q                  only this form
  --filing 0001104659-25-104466  one filing, also an old one (with --miner)
  --market [--price]           facts of the chain instead of filings; prices only if asked for
  --record FOLDER              also save every answer, for tests
  --from FOLDER                recorded answers instead of the network
  --review [FILE]              decide on one proposal after the other, at a terminal
  --review-page [FILE]         the proposals as a page to read: .cache/collect/review.html
  --apply [FILE] [--dry-run]   write what was accepted, or only show what would change
  --data FOLDER                another folder than assets/data`;

const OPTIONS = {
  contact: { type: "string" },
  miner: { type: "string" },
  since: { type: "string" },
  form: { type: "string" },
  filing: { type: "string" },
  market: { type: "boolean", default: false },
  price: { type: "boolean", default: false },
  record: { type: "string" },
  from: { type: "string" },
  review: { type: "boolean", default: false },
  "review-page": { type: "boolean", default: false },
  apply: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  data: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

const filersOf = (text: string | undefined): readonly Filer[] => {
  if (text === undefined) return FILERS;
  return text.split(",").map((name) => {
    const ticker = name.trim().toUpperCase();
    const found = FILERS.find((filer) => filer.ticker === ticker);
    if (found) return found;
    throw new WrongUse(`No CIK is known for ${ticker}. Known are ${FILERS.map((filer) => filer.ticker).join(", ")}.`);
  });
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message : ""} See npm run data:collect -- --help`);
  }
};

export const readOptions = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options => {
  const { values, positionals } = parsed(args);
  const jobs = (["review", "review-page", "apply"] as const).filter((job) => values[job]);
  if (jobs.length > 1) throw new WrongUse(`One at a time: ${jobs.map((job) => `--${job}`).join(" or ")}.`);
  const [job = "collect"] = jobs;
  if (positionals.length > (job === "collect" ? 0 : 1)) {
    throw new WrongUse(`"${positionals.at(-1) ?? ""}" is not understood. See npm run data:collect -- --help`);
  }
  if (values.since !== undefined && dayOfIso(values.since) === undefined) {
    throw new WrongUse(`--since is "${values.since}": write a day as YYYY-MM-DD.`);
  }
  if (values.filing !== undefined && !/^\d{10}-\d{2}-\d{6}$/.test(values.filing)) {
    throw new WrongUse(`--filing is "${values.filing}": write the accession number, as 0001104659-25-104466.`);
  }
  if (values.price && !values.market) throw new WrongUse("--price goes with --market.");
  if (values["dry-run"] && job !== "apply") throw new WrongUse("--dry-run goes with --apply.");
  const contact = values.contact ?? environment["COLLECT_CONTACT"];
  const asksSec = job === "collect" && !values.market && values.from === undefined;
  if (asksSec && !values.help && (contact === undefined || !isContact(contact))) throw new WrongUse(NO_CONTACT);
  const given = { contact, since: values.since, form: values.form, filing: values.filing, record: values.record, from: values.from, file: positionals[0], data: values.data }; // prettier-ignore
  return {
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Options>),
    filers: filersOf(values.miner),
    market: values.market,
    price: values.price,
    job,
    dryRun: values["dry-run"],
    help: values.help,
  };
};
