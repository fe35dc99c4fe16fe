// Everything a person needs to decide on a proposal, as lines of a name and a text: for the terminal and for the page.
import { printed } from "../candidate";
import { nameOf, type Proposal } from "../proposal";

export interface FactLine {
  readonly name: string;
  readonly text: string;
  /** The text is an address to open. */
  readonly isLink?: true;
}

const line = (name: string, text: string): FactLine[] => (text === "" ? [] : [{ name, text }]);

export const titleOf = (proposal: Proposal): string => `${nameOf(proposal)}: ${printed(proposal.line.value)}`;

export const factsOf = (proposal: Proposal): FactLine[] => {
  const { evidence, line: row, source } = proposal;
  const figure = row.file === "market" ? undefined : row;
  const tag = [evidence.tag, evidence.unit, scaleOf(proposal)].filter((part) => part !== undefined && part !== "");
  return [
    { name: "Outcome", text: `${proposal.outcome}: ${proposal.reason}` },
    { name: "Certainty", text: proposal.isSure ? "sure" : "look closely" },
    ...line("Printed", evidence.printed),
    ...line("Row", evidence.around),
    ...line("Label", evidence.label ?? ""),
    ...line("Tag", tag.join(", ")),
    ...line("Context", evidence.context ?? ""),
    ...line("Basis", figure?.basis === "derived" ? "derived" : ""),
    ...line("Note", figure?.note ?? ""),
    ...proposal.remarks.map((text) => ({ name: "Remark", text })),
    { name: "Source", text: source.title },
    { name: "Address", text: source.url, isLink: true },
    ...allDocuments(proposal),
    ...line(
      "Filing",
      [proposal.form, proposal.accession, figure ? `filed ${figure.published}` : ""].filter(Boolean).join(", "),
    ),
    ...proposal.there.map((there) => ({
      name: "There",
      text: [there.place, there.period, printed(there.value), there.confidence, there.source]
        .filter(Boolean)
        .join(", "),
    })),
    { name: "Shown now", text: proposal.shownBefore },
    { name: "Then", text: proposal.shownAfter },
    ...proposal.findings.map((text) => ({ name: "New finding", text })),
  ];
};

/** The folder of the filing, with its displayed pages (R1.htm and so on). */
const allDocuments = ({ accession, source }: Proposal): FactLine[] =>
  accession === "" ? [] : [{ name: "All of it", text: source.url.replace(/[^/]*$/, ""), isLink: true }];

const scaleOf = ({ evidence }: Proposal): string =>
  evidence.scale === undefined || evidence.scale === 0 ? "" : `scale ${evidence.scale}`;
