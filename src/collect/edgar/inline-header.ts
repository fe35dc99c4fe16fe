// Contexts and units of an inline document: of whom, of when, in what. They stand at the top or at the end.

export interface Context {
  readonly cik: string;
  /** undefined for an instant. */
  readonly start?: string;
  readonly end: string;
  /** "Axis=Member" by local names, sorted. */
  readonly dimensions: readonly string[];
}

const local = (name: string): string => name.split(":").at(-1) ?? name;

export class HeaderReader {
  readonly contexts = new Map<string, Context>();
  readonly units = new Map<string, string>();
  private id = "";
  private parts: { cik: string; start?: string; end: string; dimensions: string[] } | undefined;
  private axis = "";
  private unit: string[] | undefined;
  private written = "";

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.written = "";
    if (name === "context") {
      this.id = attributes.get("id") ?? "";
      this.parts = { cik: "", end: "", dimensions: [] };
    } else if (name === "unit") {
      this.id = attributes.get("id") ?? "";
      this.unit = [];
    } else if (name === "explicitMember" || name === "typedMember") {
      this.axis = local(attributes.get("dimension") ?? "");
    }
  }

  text(text: string): void {
    if (this.parts ?? this.unit) this.written += text;
  }

  close(name: string): void {
    const text = this.written.trim();
    if (this.parts) {
      if (name === "identifier") this.parts.cik = text;
      else if (name === "startDate") this.parts.start = text;
      else if (name === "endDate" || name === "instant") this.parts.end = text;
      else if (name === "explicitMember") this.parts.dimensions.push(`${this.axis}=${local(text)}`);
      else if (name === "typedMember") this.parts.dimensions.push(`${this.axis}=${text}`);
      else if (name === "context") {
        this.contexts.set(this.id, { ...this.parts, dimensions: this.parts.dimensions.sort() });
        this.parts = undefined;
      }
    } else if (this.unit) {
      if (name === "measure") this.unit.push(text);
      else if (name === "unit") {
        this.units.set(this.id, this.unit.join("/"));
        this.unit = undefined;
      }
    }
  }
}
