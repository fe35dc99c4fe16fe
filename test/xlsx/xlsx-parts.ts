// Files made by hand, part by part: what other programs write, and what nobody should.
import { zip } from "@cj-tech-master/excelts/archive";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface FileParts {
  /** By name, what stands inside <worksheet>; rows alone are put into <sheetData>. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  /** What stands inside <styleSheet>. */
  readonly styles?: string;
  /** What stands inside <workbook> before and after its sheets. */
  readonly properties?: string;
  readonly names?: string;
  /** Parts as they are, by name. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const PLAIN_STYLES =
  "<fonts><font><sz val='11'/><name val='Calibri'/></font></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf/></cellXfs>";

const entriesOf = ({
  sheets,
  strings = "",
  styles = PLAIN_STYLES,
  properties = "",
  names = "",
  more = {},
}: FileParts) => {
  const titles = Object.keys(sheets);
  const kinds = ["sharedStrings", "styles"];
  const relations = [
    ...titles.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
    ...kinds.map((kind) => [kind, `${kind}.xml`]),
  ].map(
    ([type = "", target = ""], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  const overrides = [
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>`,
    ...titles.map(
      (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
    ),
    ...kinds.map((kind) => `<Override PartName="/xl/${kind}.xml" ContentType="${TYPES}.${kind}+xml"/>`),
  ];
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${titles
      .map((title, index) => `<sheet name="${escaped(title)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets>${names}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      Object.values(sheets).map((inside, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${inside.startsWith("<row") ? `<sheetData>${inside}</sheetData>` : inside}</worksheet>`,
      ]),
    ),
    ...more,
  };
};

export const archiveOf = (parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> => {
  const archive = zip();
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(parts))
    archive.add(name, typeof text === "string" ? encoder.encode(text) : text);
  return archive.bytes();
};

export const fileOf = (parts: FileParts): Promise<Uint8Array> => archiveOf(entriesOf(parts));
