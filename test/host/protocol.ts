// Office's request protocol: a batch of object paths and actions in, results or one error out.
// The numbers are those of office.js (ObjectPathType, ActionType).
import type { Grid } from "./grid";
import { HostError, isHostObject, memberOf, NotInTheDouble, type HostObject, type Member } from "./objects";
import { lacks } from "./since";
import { rangeAt } from "./workbook";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** For each argument the object path that stands for it, or 0. */
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchAnswer {
  /** Trace actions that were reached: office.js adds and removes event handlers by them. */
  readonly TraceIds: readonly number[];
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly ActionIndex: number };
}

const PATH = { global: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 } as const;
const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

/** https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
const tooOld = (): HostError =>
  new HostError(
    "ApiNotFound",
    "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  );

/** As memberOf, in an Excel with this version of ExcelApi. */
const memberIn =
  (excelApi: string): typeof memberOf =>
  (object, members, name) => {
    if (lacks(excelApi, object.type, name)) throw tooOld();
    return memberOf(object, members, name);
  };

/** Loads one object: the asked members, "worksheet/name" through navigation, a collection through its items. */
const query = (object: HostObject, select: readonly string[], find: typeof memberOf): unknown => {
  if (object.items) {
    const inner = select.map((name) => name.replace(/^items\//i, "")).filter((name) => name.toLowerCase() !== "items");
    return { _Items: object.items().map((item) => ({ ...item.identity, ...(query(item, inner, find) as object) })) };
  }
  const asked = select.length > 0 ? select : Object.keys(object.scalars ?? {});
  const value: Record<string, unknown> = { ...object.identity };
  for (const path of asked) {
    const [first = "", ...rest] = path.split("/");
    if (rest.length === 0 && object.objects && !hasScalar(object, first)) {
      const child = find(object, object.objects, first);
      const next = child.member();
      value[child.name] = next && query(next, [], find);
    } else if (rest.length === 0) {
      // Without names all is loaded that there is.
      const { name, member } = (select.length > 0 ? find : memberOf)(object, object.scalars, first);
      value[name] = member.get();
    } else {
      const { name, member } = find(object, object.objects, first);
      const next = member();
      const loaded = next && (query(next, [rest.join("/")], find) as object);
      value[name] = loaded && { ...(value[name] as object | undefined), ...loaded };
    }
  }
  return value;
};

const hasScalar = (object: HostObject, name: string): boolean =>
  Object.keys(object.scalars ?? {}).some((known) => known.toLowerCase() === name.toLowerCase());

interface Behind {
  readonly grid: Grid;
  readonly workbook: HostObject;
  /** The objects that office.js asks for by name. */
  readonly services: Readonly<Record<string, HostObject>>;
  /** The version of ExcelApi: what is loaded must be in it. */
  readonly excelApi: string;
}

/** Answers one batch. */
export const answerBatch = (batch: Batch, { grid, workbook, services, excelApi }: Behind): BatchAnswer => {
  const made = new Map<number, Member>();
  const find = memberIn(excelApi);

  const argumentsOf = (info: ArgumentInfo | undefined): unknown[] =>
    (info?.Arguments ?? []).map((argument, index) => {
      const reference = info?.ReferencedObjectPathIds?.[index] ?? 0;
      return reference === 0 ? argument : objectAt(reference);
    });

  const make = (id: number): Member => {
    const path = batch.ObjectPaths[String(id)];
    if (!path) throw new HostError("InvalidObjectPath", `There is no object path ${id}.`);
    const parent = path.ParentObjectPathId === undefined ? undefined : objectAt(path.ParentObjectPathId);
    if (path.ObjectPathType === PATH.null || parent === null) return null;
    if (path.ObjectPathType === PATH.global) return workbook;
    if (path.ObjectPathType === PATH.reference) return rangeAt(grid, grid.place(path.Name));
    if (path.ObjectPathType === PATH.service) {
      const service = services[path.Name];
      if (!service) throw new NotInTheDouble(`The service ${path.Name}`);
      return service;
    }
    if (!parent) throw new HostError("InvalidObjectPath", `The object path ${id} has no parent.`);
    if (path.ObjectPathType === PATH.property) return find(parent, parent.objects, path.Name).member();
    const args = argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.indexer) {
      if (!parent.item) throw new NotInTheDouble(`${parent.type}[]`);
      return parent.item(args[0]);
    }
    if (path.ObjectPathType !== PATH.method) throw new NotInTheDouble(`Object path type ${path.ObjectPathType}`);
    const result = find(parent, parent.methods, path.Name).member(...args);
    if (result !== null && !isHostObject(result)) throw new NotInTheDouble(`${parent.type}.${path.Name} as an object`);
    return result;
  };

  const objectAt = (id: number): Member => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const object = make(id);
    made.set(id, object);
    return object;
  };

  const act = (action: Action): unknown => {
    if (action.ActionType === ACTION.trace) return null;
    const object = objectAt(action.ObjectPathId);
    if (object === null) return null;
    if (action.ActionType === ACTION.instantiate) return object.identity ?? {};
    if (action.ActionType === ACTION.query) {
      const { Select = [], Expand = [] } = action.QueryInfo ?? {};
      return query(object, [...Select, ...Expand], find);
    }
    const args = argumentsOf(action.ArgumentInfo);
    if (action.ActionType === ACTION.method) return find(object, object.methods, action.Name).member(...args);
    if (action.ActionType !== ACTION.set) throw new NotInTheDouble(`Action type ${action.ActionType}`);
    const { set } = find(object, object.scalars, action.Name).member;
    if (!set) throw new NotInTheDouble(`Setting ${object.type}.${action.Name}`);
    set(args[0]);
    return null;
  };

  const Results: { ActionId: number; Value: unknown }[] = [];
  const TraceIds: number[] = [];
  for (const [ActionIndex, action] of batch.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) TraceIds.push(action.Id);
      Results.push({ ActionId: action.Id, Value: act(action) ?? null });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { TraceIds, Results, Error: { Code: error.code, Message: error.message, ActionIndex } };
    }
  }
  return { TraceIds, Results };
};
