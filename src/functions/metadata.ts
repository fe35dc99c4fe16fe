// functions.json, made from the catalogue: what Excel knows of the functions before it loads them. The manifest gives
// them no namespace, and every answer may be a table ("First hour in Excel", checks 2 and 7).
import { catalogue } from "./catalogue";
import type { WorksheetFunction } from "./define";

/** Excel cuts nothing, but the store does: descriptions within the limits of its manifest schema. */
const parameterText = (parameter: WorksheetFunction["parameters"][number]): string => {
  const fallback = parameter.default ? ` Default: ${parameter.default}.` : "";
  const unit = parameter.unit ? ` (${parameter.unit})` : "";
  return `${parameter.description.replace(/\.$/, "")}${unit}.${fallback}`;
};

export const functionsJson = (origin: string): object => ({
  $schema: "https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json",
  allowCustomDataForDataTypeAny: true,
  allowErrorForDataTypeAny: true,
  functions: catalogue.map(({ id, summary, parameters }) => ({
    id,
    name: id,
    description: summary,
    helpUrl: `${origin}/help/${id.toLowerCase()}.html`,
    parameters: parameters.map((parameter, place) => ({
      name: parameter.name,
      description: parameterText(parameter),
      type: "any",
      dimensionality: "matrix",
      // Excel lets arguments be left out from the end only; one before a required argument may still be skipped (",,").
      ...(parameters.slice(place).every((later) => later.optional) ? { optional: true } : {}),
    })),
    result: { type: "any", dimensionality: "matrix" },
  })),
});
