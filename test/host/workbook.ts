// The double's Workbook and what hangs on it: sheets, application, settings, names.
import { parseArea, splitSheet } from "./a1";
import { chartsOf } from "./charts";
import type { Grid, GridSheet, Place } from "./grid";
import { HostError, itemNotFound, orNull, type HostObject } from "./objects";
import { rangeObject } from "./range";
import { layoutOf } from "./recorded";

const nothing = (): null => null;

export const rangeAt = (grid: Grid, place: Place): HostObject =>
  rangeObject(grid, place, (sheet) => worksheetObject(grid, sheet));

const worksheetObject = (grid: Grid, sheet: GridSheet): HostObject => {
  const range = (address: unknown): HostObject => {
    const text = typeof address === "string" && address !== "" ? address : "1:1048576";
    const named = grid.names.get(splitSheet(text).rest);
    if (named !== undefined) return rangeAt(grid, grid.place(named.slice(1)));
    const area = parseArea(splitSheet(text).rest);
    if (!area) throw new HostError("InvalidArgument", `${text} is no address.`);
    return rangeAt(grid, { sheet, area });
  };
  const used = (): HostObject | undefined => {
    const area = sheet.used();
    return area && rangeAt(grid, { sheet, area });
  };
  return {
    type: "Worksheet",
    identity: { Id: sheet.id },
    scalars: {
      Id: { get: () => sheet.id },
      Name: {
        get: () => sheet.name,
        set: (name) => {
          sheet.name = String(name);
        },
      },
      Position: { get: () => grid.sheets.indexOf(sheet) },
      Visibility: { get: () => "Visible" },
      // showGridlines, as office.js calls it on its way.
      Gridlines: {
        get: () => true,
        set: (shown) => {
          grid.record.push(`${sheet.name} Gridlines = ${String(shown)}`);
        },
      },
    },
    objects: {
      ...Object.fromEntries(Object.entries(layoutOf(grid, sheet.name)).map(([name, object]) => [name, () => object])),
      Protection: () => ({ type: "WorksheetProtection", scalars: { Protected: { get: () => sheet.isProtected } } }),
      Charts: () => chartsOf(grid, sheet.name),
      Names: () => ({
        type: "NamedItemCollection",
        methods: {
          Add: (name, reference) => {
            const { identity } = reference as HostObject;
            grid.names.set(String(name), `=${identity?.["_ReferenceId"] ?? ""}`);
            return { type: "NamedItem", identity: { Id: String(name) } };
          },
        },
      }),
    },
    methods: {
      GetRange: range,
      GetCell: (row, column) =>
        rangeAt(grid, { sheet, area: { row: Number(row), column: Number(column), rows: 1, columns: 1 } }),
      // An empty sheet answers with its first cell, as Excel does.
      GetUsedRange: () => used() ?? range("A1"),
      GetUsedRangeOrNullObject: () => used() ?? null,
      Activate: () => {
        grid.selection = { sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
      },
      Calculate: () => {
        grid.calculated.push(sheet.name);
      },
      Delete: () => {
        grid.sheets.splice(grid.sheets.indexOf(sheet), 1);
      },
    },
  };
};

const worksheets = (grid: Grid): HostObject => {
  const item = (key: unknown): HostObject => {
    const sheet = grid.sheet(String(key));
    if (!sheet) throw itemNotFound();
    return worksheetObject(grid, sheet);
  };
  return {
    type: "WorksheetCollection",
    items: () => grid.sheets.map((sheet) => worksheetObject(grid, sheet)),
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (key) => orNull(() => item(key)),
      GetActiveWorksheet: () => worksheetObject(grid, grid.selection.sheet),
      GetCount: () => grid.sheets.length,
      Add: (name) => worksheetObject(grid, grid.addSheet(typeof name === "string" ? name : undefined)),
      _RegisterSelectionChangedEvent: nothing,
      _RegisterActivatedEvent: nothing,
      _UnregisterActivatedEvent: nothing,
      _UnregisterSelectionChangedEvent: nothing,
      _RegisterCalculatedEvent: nothing,
    },
  };
};

const application = (grid: Grid): HostObject => ({
  type: "Application",
  scalars: {
    CalculationMode: {
      get: () => grid.calculationMode,
      set: (mode) => {
        grid.calculationMode = String(mode);
      },
    },
    DecimalSeparator: { get: () => grid.decimalSeparator },
  },
  methods: {
    Calculate: (type) => {
      grid.calculated.push(String(type));
    },
    SuspendApiCalculationUntilNextSync: nothing,
    SuspendScreenUpdatingUntilNextSync: nothing,
  },
});

const setting = (grid: Grid, key: string): HostObject => ({
  type: "Setting",
  identity: { Id: key },
  scalars: {
    Key: { get: () => key },
    Value: {
      get: () => grid.settings.get(key),
      set: (value) => {
        grid.settings.set(key, value);
      },
    },
  },
  methods: {
    Delete: () => {
      grid.settings.delete(key);
    },
  },
});

const settings = (grid: Grid): HostObject => {
  const item = (key: unknown): HostObject => {
    if (!grid.settings.has(String(key))) throw itemNotFound();
    return setting(grid, String(key));
  };
  return {
    type: "SettingCollection",
    items: () => [...grid.settings.keys()].map((key) => setting(grid, key)),
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (key) => orNull(() => item(key)),
      GetCount: () => grid.settings.size,
      Add: (key, value) => {
        grid.settings.set(String(key), value);
        return setting(grid, String(key));
      },
    },
  };
};

const names = (grid: Grid): HostObject => {
  const named = (name: string, formula: string): HostObject => ({
    type: "NamedItem",
    identity: { Id: name },
    scalars: { Name: { get: () => name }, Formula: { get: () => formula }, Type: { get: () => "Range" } },
    methods: {
      GetRange: () => rangeAt(grid, grid.place(formula.slice(1))),
      Delete: () => {
        grid.names.delete(name);
      },
    },
  });
  const item = (key: unknown): HostObject => {
    const formula = grid.names.get(String(key));
    if (formula === undefined) throw itemNotFound();
    return named(String(key), formula);
  };
  return {
    type: "NamedItemCollection",
    items: () => [...grid.names].map(([name, formula]) => named(name, formula)),
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (key) => orNull(() => item(key)),
      GetCount: () => grid.names.size,
    },
  };
};

export const workbookObject = (grid: Grid): HostObject => ({
  type: "Workbook",
  scalars: { Name: { get: () => "Book1.xlsx" }, ReadOnly: { get: () => false } },
  objects: {
    Application: () => application(grid),
    Worksheets: () => worksheets(grid),
    Settings: () => settings(grid),
    Names: () => names(grid),
  },
  methods: {
    GetSelectedRange: () => rangeAt(grid, grid.selection),
    GetActiveCell: () =>
      rangeAt(grid, { sheet: grid.selection.sheet, area: { ...grid.selection.area, rows: 1, columns: 1 } }),
    GetSelectedRanges: () => ({
      type: "RangeAreas",
      scalars: { Address: { get: () => grid.nameOf(grid.selection) } },
      methods: {
        _KeepReference: nothing,
        Calculate: () => {
          grid.calculated.push(grid.nameOf(grid.selection));
        },
      },
    }),
    _RemoveReference: nothing,
  },
});
