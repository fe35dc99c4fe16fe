// How the double describes an object of Excel's API: its members by name. Whatever is not named here fails loudly.

/** An error as Excel's host reports it: code and message reach the add-in as OfficeExtension.Error. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A member of Excel's API that the double does not know. Add it to the double, or do not use it. */
export class NotInTheDouble extends HostError {
  constructor(readonly member: string) {
    super("NotInTheDouble", `${member} is not in the test double of Excel's host.`);
  }
}

export const itemNotFound = (): HostError => new HostError("ItemNotFound", "The requested resource doesn't exist.");

export interface Scalar {
  readonly get: () => unknown;
  readonly set?: (value: unknown) => void;
}

/** Null stands for Excel's null object. A method that gives no object gives a plain value. */
export type Member = HostObject | null;

export interface HostObject {
  /** For messages: "Range". */
  readonly type: string;
  /** What identifies it from one batch to the next, sent along when it is made. */
  readonly identity?: Readonly<Record<string, string>>;
  readonly scalars?: Readonly<Record<string, Scalar>>;
  readonly objects?: Readonly<Record<string, () => Member>>;
  readonly methods?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** For collections. */
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: unknown) => HostObject;
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && "type" in value && !Array.isArray(value);

/** Names arrive in both spellings: PascalCase in calls, camelCase in loads. */
const pascal = (name: string): string => (name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1));

export const memberOf = <T>(
  object: HostObject,
  members: Readonly<Record<string, T>> | undefined,
  name: string,
): { readonly name: string; readonly member: T } => {
  const key = pascal(name);
  const member = members && Object.hasOwn(members, key) ? members[key] : undefined;
  if (member === undefined) throw new NotInTheDouble(`${object.type}.${name}`);
  return { name: key, member };
};

/** A method whose name ends in OrNullObject: not found is null instead of an error. */
export const orNull = (find: () => HostObject): Member => {
  try {
    return find();
  } catch (error) {
    if (error instanceof HostError && error.code === "ItemNotFound") return null;
    throw error;
  }
};
