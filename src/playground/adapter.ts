// Our functions as Univer's own: executors for its engine, descriptions for its autocomplete and parameter hints.
// registerFunction of its public API will not do: it turns empty arguments into 0 and lets one error end them all.
import {
  BaseFunction,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  type BaseValueObject,
  type IFunctionInfo,
} from "@univerjs/preset-sheets-core";
import { BooleanNumber, type Injector } from "@univerjs/core";
import { catalogue, tooMany, type ParameterInfo, type WorksheetFunction } from "../functions";
import { argumentOf, resultOf } from "./values";

class CatalogueFunction extends BaseFunction {
  constructor(private readonly entry: WorksheetFunction) {
    super(entry.id);
  }

  override calculate(...values: BaseValueObject[]): BaseValueObject {
    const refused = tooMany(this.entry, values.length);
    return resultOf(refused ? [[refused]] : this.entry.evaluate(values.map(argumentOf)));
  }
}

const detail = ({ description, unit, values, default: fallback }: ParameterInfo): string =>
  [
    description,
    unit && !description.includes(unit) ? `Unit: ${unit}.` : "",
    values ? `One of ${values.join(", ")}.` : "",
    fallback ? `Left out: ${fallback}.` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");

/** Examples of arguments are taken from the function's first example, part by part. */
const exampleOf = (entry: WorksheetFunction, index: number): string => {
  const inside = /\((.*)\)$/.exec(entry.examples[0]?.formula ?? "")?.[1] ?? "";
  const parts = inside.match(/\{[^}]*\}|"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? [];
  return parts[index] ?? "";
};

export const descriptionOf = (entry: WorksheetFunction): IFunctionInfo => ({
  functionName: entry.id,
  functionType: FunctionType.User,
  abstract: entry.summary,
  description: `${entry.summary} ${entry.details}`,
  functionParameter: entry.parameters.map((parameter, index) => ({
    name: parameter.name,
    detail: detail(parameter),
    example: exampleOf(entry, index),
    require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    repeat: BooleanNumber.FALSE,
  })),
});

/** Ours first, then by name: Univer offers ten of its own order, where MIN and MINUTE leave little room for MINERLIST. */
const offerOursFirst = (descriptions: IDescriptionService): void => {
  const ours = new Set(catalogue.map(({ id }) => id));
  const search = descriptions.getSearchListByNameFirstLetter.bind(descriptions);
  descriptions.getSearchListByNameFirstLetter = (typed) =>
    search(typed).sort((a, b) => Number(ours.has(b.name)) - Number(ours.has(a.name)) || a.name.localeCompare(b.name));
};

export const registerFunctions = (injector: Injector): void => {
  injector.get(IFunctionService).registerExecutors(...catalogue.map((entry) => new CatalogueFunction(entry)));
  const descriptions = injector.get(IDescriptionService);
  descriptions.registerDescriptions(catalogue.map(descriptionOf));
  offerOursFirst(descriptions);
};
