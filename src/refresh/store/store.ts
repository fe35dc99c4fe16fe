// Storage of the browser under the add-in's own names. Blocked storage gives way to memory, which lasts until Excel closes.
import type { Environment } from "../environment";
import { refusal } from "../faults";
import { expanded, shrunk } from "./compression";

const NAME = "miner-overhang/";

/** Large texts are compressed on their way in; who reads or writes does not see it. */
export interface Store {
  /** False when everything is forgotten with this session. */
  readonly lasts: boolean;
  read(name: string): string | undefined;
  /** Throws the sentence to show when there is no room; the former text is then still there. */
  write(name: string, text: string): void;
  remove(name: string): void;
  names(): readonly string[];
}

/** The name under which the store knows a key of storage; undefined when the key is somebody else's. */
export const nameOfKey = ({ partition }: Environment, key: string): string | undefined =>
  key.startsWith(partition + NAME) ? key.slice(partition.length + NAME.length) : undefined;

export const openStore = (environment: Environment): Store => {
  const prefix = `${environment.partition}${NAME}`;
  try {
    const storage = environment.storage();
    // Blocked storage may let itself be read and only refuse to write. No room is not blocked.
    ifNotFull(() => {
      storage.setItem(`${prefix}probe`, "");
    });
    storage.removeItem(`${prefix}probe`);
    return lasting(storage, prefix);
  } catch {
    return passing();
  }
};

const lasting = (storage: Storage, prefix: string): Store => ({
  lasts: true,
  read: (name) => {
    const stored = storage.getItem(prefix + name);
    return stored === null ? undefined : expanded(stored);
  },
  write: (name, text) => {
    const stored = shrunk(text);
    const isRoom = ifNotFull(() => {
      storage.setItem(prefix + name, stored);
    });
    if (!isRoom) throw refusal("full");
  },
  remove: (name) => {
    storage.removeItem(prefix + name);
  },
  names: () =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "")
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length)),
});

const passing = (): Store => {
  const texts = new Map<string, string>();
  return {
    lasts: false,
    read: (name) => texts.get(name),
    write: (name, text) => void texts.set(name, text),
    remove: (name) => void texts.delete(name),
    names: () => [...texts.keys()],
  };
};

const ifNotFull = (write: () => void): boolean => {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
    throw error;
  }
};
