// Everything that newer data needs from outside: network, clock, storage, signatures. Tests hand in their own.

export interface Environment {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly subtle: Pick<SubtleCrypto, "digest" | "importKey" | "verify">;
  /** Milliseconds since 1970. Shown, and the latest day of own rows; never a judge of a release: clocks are wrong. */
  readonly now: () => number;
  /** Calls back once after a while; gives back the way to stop it. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  readonly isOnline: () => boolean;
  /** Throws where storage is blocked. */
  readonly storage: () => Storage;
  /** Calls back with the key that another window wrote, null for all; gives back the way to stop it. */
  readonly onStorage: (listener: (key: string | null) => void) => () => void;
  /** Office's key for storage that a page shares with others of its origin; "" where there is none. */
  readonly partition: string;
  /** Address of the folder that the add-in came from, with its last slash. */
  readonly home: string;
}

/** The browser's own. The partition key is there once Office is ready. */
export const browserEnvironment = (
  partition: string | undefined,
  home = new URL(".", location.href).href,
): Environment => ({
  fetch: (address, init) => fetch(address, init),
  subtle: crypto.subtle,
  now: () => Date.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  isOnline: () => navigator.onLine,
  storage: () => localStorage,
  onStorage: (listener) => {
    const hear = ({ key }: StorageEvent): void => {
      listener(key);
    };
    addEventListener("storage", hear);
    return () => {
      removeEventListener("storage", hear);
    };
  },
  partition: partition ?? "",
  home,
});
