// What openpyxl and Python's own XML reader find in a file: formulas as they are written, values, names, and the marks
// that only the XML shows.
import { spawnSync } from "node:child_process";
import { ensureOpenpyxl } from "../../src/build/proof/openpyxl.mjs";

export interface ReadCell {
  readonly formula: string;
  /** The area of an array formula. */
  readonly ref?: string;
  readonly value: unknown;
  /** Whether the cell points to the file's metadata of dynamic arrays. */
  readonly isDynamic: boolean;
}

export interface ReadFile {
  readonly calcId: number;
  /** Property names of the file's metadata. */
  readonly metadata: readonly string[];
  readonly sheets: Readonly<Record<string, Readonly<Record<string, ReadCell>>>>;
  /** By sheet and cell. */
  readonly comments: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What names refer to. */
  readonly names: readonly string[];
  /** Names of charts, as Excel and add-ins know them. */
  readonly charts: readonly string[];
  /** What stands in each chart, where its vertical axes begin (if it says so), and whether it shows something below zero. */
  readonly axes: readonly { readonly text: string; readonly starts: readonly string[]; readonly isSigned: boolean }[];
  /** At the foot of printed pages, a sheet each. */
  readonly feet: readonly string[];
  /** Formulas of charts, and of rules for what may be typed. */
  readonly others: readonly string[];
}

const SCRIPT = `
import json, sys, zipfile, xml.etree.ElementTree as tree
import openpyxl
path = sys.argv[1]
book, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
parts = {name: tree.fromstring(zipfile.ZipFile(path).read(name)) for name in zipfile.ZipFile(path).namelist() if name.endswith(".xml")}
local = lambda element: element.tag.rsplit("}", 1)[-1]
everywhere = lambda part, tag: [element for element in parts[part].iter() if local(element) == tag]
sheets = {}
for index, name in enumerate(book.sheetnames, 1):
    raw = everywhere(f"xl/worksheets/sheet{index}.xml", "c")
    dynamic = {cell.get("r") for cell in raw if cell.get("cm")}
    arrays = {cell.get("r"): f.get("ref") for cell in raw for f in cell if local(f) == "f" and f.get("t") == "array"}
    cells = sheets[name] = {}
    for row in book[name].iter_rows():
        for cell in row:
            if cell.data_type != "f": continue
            array = getattr(cell.value, "text", None)
            value = values[name][cell.coordinate].value
            cells[cell.coordinate] = {"formula": array or cell.value, "ref": arrays.get(cell.coordinate),
                "value": value if isinstance(value, (int, float, str, bool, type(None))) else str(value),
                "isDynamic": cell.coordinate in dynamic}
texts = lambda parts_wanted, tags: [e.text or "" for p in parts if parts_wanted in p for t in tags for e in everywhere(p, t)]
charts = [p for p in parts if "xl/charts/chart" in p]
axes = [{"text": "".join(e.text or "" for e in everywhere(p, "t")),
    "starts": [m.get("val") for a in everywhere(p, "valAx") for m in a.iter() if local(m) == "min"],
    "isSigned": any(float(v.text) < 0 for val in everywhere(p, "val") for v in val.iter() if local(v) == "v" and v.text)} for p in charts]
print(json.dumps({"calcId": book.calculation.calcId, "sheets": sheets,
    "comments": {name: {cell.coordinate: cell.comment.text for row in book[name].iter_rows() for cell in row if cell.comment} for name in book.sheetnames},
    "metadata": [e.get("name") for e in (everywhere("xl/metadata.xml", "metadataType") if "xl/metadata.xml" in parts else [])],
    "charts": [e.get("name") for p in parts if "xl/drawings/drawing" in p for e in everywhere(p, "cNvPr")],
    "axes": axes, "feet": texts("xl/worksheets/", ["oddFooter"]),
    "names": texts("xl/workbook.xml", ["definedName"]),
    "others": texts("xl/charts/", ["f"]) + texts("xl/worksheets/", ["formula1", "formula2"])}))
`;

export const readByOpenpyxl = (path: string): ReadFile => {
  const { status, stdout, stderr } = spawnSync(ensureOpenpyxl(), ["-c", SCRIPT, path], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`openpyxl could not read ${path}: ${stderr}`);
  return JSON.parse(stdout) as ReadFile;
};
