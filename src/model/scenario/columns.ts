// The columns of a scenario's rows (MODEL 4.5): name, unit, and what the number is.

export interface Column {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
}

export const COLUMNS = [
  { name: "month", unit: "months", meaning: "Months since the start." },
  { name: "date", unit: "days since 1970-01-01", meaning: "The day of the row." },
  { name: "outside_price", unit: "USD/BTC", meaning: "Price without the miners' excess sales." },
  { name: "price", unit: "USD/BTC", meaning: "Price with them." },
  { name: "impact", unit: "share", meaning: "Share by which the sales hold the price down." },
  { name: "worst_impact", unit: "share", meaning: "The largest impact on any day so far." },
  { name: "hashrate", unit: "EH/s", meaning: "Hashrate of the whole network." },
  { name: "difficulty", unit: "-", meaning: "Mining difficulty." },
  { name: "hashprice", unit: "USD/PH/day", meaning: "Mining revenue of one PH/s." },
  { name: "idle_share", unit: "share", meaning: "Unlisted capacity that does not run." },
  { name: "underwater_share", unit: "share", meaning: "Unlisted capacity whose power costs more than it earns." },
  { name: "listed_hashrate", unit: "EH/s", meaning: "Hashrate of the chosen miners." },
  { name: "holdings", unit: "BTC", meaning: "Their treasuries." },
  { name: "produced", unit: "BTC", meaning: "Mined by them since the row before." },
  { name: "production_sold", unit: "BTC", meaning: "Of that, sold." },
  { name: "treasury_sold", unit: "BTC", meaning: "Sold from treasuries since the row before." },
  { name: "raised", unit: "USD", meaning: "Proceeds of all treasury sales so far." },
  { name: "unfunded", unit: "USD", meaning: "Cash that is missing, summed over the miners that lack it." },
  { name: "ai_mw", unit: "MW", meaning: "AI megawatts that are live." },
] as const satisfies readonly Column[];

export type ColumnName = (typeof COLUMNS)[number]["name"];

export const COLUMN_COUNT = COLUMNS.length;

/** Place of each column in a row. */
export const AT = Object.fromEntries(COLUMNS.map(({ name }, place) => [name, place])) as Readonly<
  Record<ColumnName, number>
>;

export const isColumn = (name: string): name is ColumnName => Object.hasOwn(AT, name);
