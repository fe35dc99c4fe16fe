// Parts of Excel that the double does not play but keeps a record of: looks, layout, charts. Each change is one line,
// "Sheet1!A1 Format.Font.Bold = true", in the order in which it came.
import type { Grid } from "./grid";
import type { HostObject, Scalar } from "./objects";

const kept = (grid: Grid, owner: string, name: string): Scalar => ({
  get: () => null,
  set: (value) => {
    grid.record.push(`${owner}.${name} = ${typeof value === "string" ? value : JSON.stringify(value)}`);
  },
});

interface Members {
  readonly scalars?: readonly string[];
  readonly objects?: Readonly<Record<string, HostObject>>;
  /** Methods that only leave a line. */
  readonly calls?: readonly string[];
  readonly methods?: NonNullable<HostObject["methods"]>;
}

/** `owner` begins its lines: "Sheet1!A1 Format". */
export const recorded = (
  grid: Grid,
  owner: string,
  { scalars = [], objects = {}, calls = [], methods = {} }: Members,
): HostObject => ({
  type: owner,
  scalars: Object.fromEntries(scalars.map((name) => [name, kept(grid, owner, name)])),
  objects: Object.fromEntries(Object.entries(objects).map(([name, object]) => [name, () => object])),
  methods: {
    ...Object.fromEntries(
      calls.map((name) => [
        name,
        (...args: readonly unknown[]) => {
          grid.record.push(`${owner}.${name}(${args.map(nameOf).join(", ")})`);
          return null;
        },
      ]),
    ),
    ...methods,
  },
});

export const nameOf = (argument: unknown): string => {
  const range = argument as Partial<HostObject> | null;
  return range?.identity?.["_ReferenceId"] ?? String(argument);
};

export const formatOf = (grid: Grid, range: string): HostObject => {
  const at = `${range} Format`;
  return recorded(grid, at, {
    scalars: ["ColumnWidth", "RowHeight", "HorizontalAlignment", "IndentLevel"],
    objects: {
      Protection: { type: "FormatProtection", scalars: { Locked: { get: () => true } } },
      Font: recorded(grid, `${at}.Font`, { scalars: ["Bold", "Color", "Name", "Size"] }),
      Fill: recorded(grid, `${at}.Fill`, { scalars: ["Color"] }),
      Borders: {
        type: "RangeBorderCollection",
        item: (edge) => recorded(grid, `${at}.Borders.${String(edge)}`, { scalars: ["Color"] }),
      },
    },
  });
};

/** What a worksheet has beside its cells. */
export const layoutOf = (grid: Grid, sheet: string): Readonly<Record<string, HostObject>> => ({
  FreezePanes: recorded(grid, `${sheet} FreezePanes`, { calls: ["FreezeRows"] }),
  PageLayout: recorded(grid, `${sheet} PageLayout`, {
    scalars: ["Orientation", "Zoom"],
    calls: ["SetPrintArea", "SetPrintTitleRows"],
  }),
});
