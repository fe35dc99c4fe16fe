// What this Excel can do, as the pane tells it. Sets: https://learn.microsoft.com/javascript/api/requirement-sets/
import { shortcutTexts } from "./shortcuts";

interface RequirementSet {
  readonly name: string;
  readonly label: string;
  readonly version: string;
  /** Without these there is no add-in; the manifest asks for them too. */
  readonly required: boolean;
  readonly without: string;
}

const SETS: readonly RequirementSet[] = [
  { name: "CustomFunctionsRuntime", label: "Functions", version: "1.1", required: true, without: "no functions" },
  {
    name: "SharedRuntime",
    label: "Shared runtime",
    version: "1.1",
    required: true,
    without: "the pane cannot reach the cells",
  },
  {
    name: "CustomFunctionsRuntime",
    label: "Functions",
    version: "1.4",
    required: false,
    without: "values come without format and card",
  },
  // Workbook.getActiveCell is of 1.7; the choices in a template's cells are of 1.8.
  {
    name: "ExcelApi",
    label: "Excel API",
    version: "1.7",
    required: false,
    without: "nothing is inserted or explained",
  },
  { name: "ExcelApi", label: "Excel API", version: "1.8", required: false, without: "no templates" },
  {
    name: "ExcelApi",
    label: "Excel API",
    version: "1.12",
    required: false,
    without: "no freezing, and only the first cell of an answer can be explained",
  },
];

const isSupported = ({ name, version }: RequirementSet): boolean =>
  Office.context.requirements.isSetSupported(name, version);

export const missingSets = (): readonly string[] =>
  SETS.filter((set) => set.required && !isSupported(set)).map(({ name, version }) => `${name} ${version}`);

/** Version, platform and requirement sets: what a question to support has to name. */
export const diagnostics = (): readonly (readonly [string, string])[] => {
  const { platform, version } = Office.context.diagnostics;
  return [
    ["Excel", `${version}, ${platform}`],
    ...SETS.map((set): readonly [string, string] => [
      `${set.label} ${set.version}`,
      isSupported(set) ? "yes" : `no: ${set.without}`,
    ]),
  ];
};

/** What each shortcut does and its keys; none where Excel does not know the shortcuts of add-ins. */
export const shortcuts = (): readonly (readonly [string, string])[] =>
  Office.context.requirements.isSetSupported("KeyboardShortcuts", "1.1")
    ? shortcutTexts(Office.context.platform === Office.PlatformType.Mac)
    : [];
