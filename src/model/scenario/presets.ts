// The presets that come with the add-in: what each changes in the table of assumptions, in two sentences and in rows.
import { addMonths } from "../../common/days";

export type PresetName = "hold" | "thesis" | "funding" | "capitulation" | "orderly" | "pace";

/** Rows of the table of assumptions that a preset sets, by their names in the sheet. */
export type PresetRows = Readonly<Record<string, number | string>>;

export interface Preset {
  readonly name: PresetName;
  /** What happens, and what it asks. */
  readonly sentences: readonly [string, string];
  /** sell_share and ai_share hold for miners with a signed AI/HPC lease at the start; the others keep 0. */
  readonly leasedOnly: boolean;
  /** Months are counted as calendar days from the day the plan starts. */
  readonly rows: (startDay: number) => PresetRows;
}

/** Days of so many calendar months from a day after the start. */
const monthsInDays = (startDay: number, after: number, months: number): number =>
  addMonths(startDay + after, months) - (startDay + after);

export const PRESETS: readonly Preset[] = [
  {
    name: "hold",
    sentences: [
      "Nobody sells from the treasury and nobody leaves mining.",
      "It is what the other presets are held against: the chain runs on with today's machines and today's price.",
    ],
    leasedOnly: false,
    rows: () => ({ policy: "hold", ai_share: 0 }),
  },
  {
    name: "thesis",
    sentences: [
      "Miners with a signed AI or HPC lease sell their whole treasury evenly over twelve months and move half of their hashrate to AI; the others hold.",
      "It asks whether the pivot weighs on the price, and how much of that the hashrate that leaves gives back.",
    ],
    leasedOnly: true,
    rows: (startDay) => ({
      policy: "linear",
      sell_share: 1,
      sell_days: monthsInDays(startDay, 0, 12),
      ai_share: 0.5,
      ai_days: monthsInDays(startDay, 0, 12),
    }),
  },
  {
    name: "funding",
    sentences: [
      "Miners move half of their hashrate to AI and sell only the coins that they need for their own share of contracted megawatts, once their cash is gone.",
      "It asks how much of the overhang the building plans really call for, and which part of them stays unpaid.",
    ],
    leasedOnly: false,
    rows: () => ({ policy: "funding", ai_share: 0.5, build_days: 180 }),
  },
  {
    name: "capitulation",
    sentences: [
      "The price falls by 30 % on day 30, and from then on all miners sell half of their coins within six months.",
      "It asks what forced sales add to a crash that began elsewhere.",
    ],
    leasedOnly: false,
    rows: (startDay) => ({
      policy: "linear",
      sell_share: 0.5,
      sell_start: 30,
      sell_days: monthsInDays(startDay, 30, 6),
      jump: -0.3,
      jump_day: 30,
    }),
  },
  {
    name: "orderly",
    sentences: [
      "All miners sell a quarter of their coins evenly over two years.",
      "It asks what a patient reduction costs that nobody is forced into.",
    ],
    leasedOnly: false,
    rows: (startDay) => ({ policy: "linear", sell_share: 0.25, sell_days: monthsInDays(startDay, 0, 24) }),
  },
  {
    name: "pace",
    sentences: [
      "Each miner goes on as it did between its last counts: it keeps or sells as much a day, from an estimate of what it holds today.",
      "It asks where the treasuries go if nobody changes course; the market is used to that pace, so it moves no price.",
    ],
    leasedOnly: false,
    rows: () => ({ policy: "pace", ai_share: 0 }),
  },
];
