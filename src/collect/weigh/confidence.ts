// How near to the company a figure was read. The record itself decides it by the source; here it is only compared.
import { CONFIDENCES, type Basis, type Confidence } from "../../data/schema";
import { baseForm, REPORT_FORMS } from "../filers";

/**
 * The exhibit of an 8-K or 6-K is the release that the company also sends by wire: neither copy is the better one. And
 * arithmetic on a filing is no better than what the company states itself.
 */
export const strengthOf = (form: string, basis: Basis): Confidence =>
  basis === "stated" && (REPORT_FORMS as readonly string[]).includes(baseForm(form)) ? "filing" : "company";

export const isWeaker = (there: Confidence, than: Confidence): boolean =>
  CONFIDENCES.indexOf(there) > CONFIDENCES.indexOf(than);
