// The last latest.json with its ETag, so that a server can answer "unchanged" in a few bytes.
import type { Seen } from "./check";
import type { Store } from "../store/store";

const NAME = "seen";

export const readSeen = (store: Store): Seen | undefined => {
  try {
    const { address, etag, text } = JSON.parse(store.read(NAME) ?? "{}") as Partial<Seen>;
    const isWhole = [address, etag, text].every((part) => typeof part === "string");
    return isWhole ? ({ address, etag, text } as Seen) : undefined;
  } catch {
    return undefined;
  }
};

export const saveSeen = (store: Store, seen: Seen | undefined): void => {
  store.remove(NAME);
  try {
    if (seen) store.write(NAME, JSON.stringify(seen));
  } catch {
    // No room: the next check reads half a kilobyte more.
  }
};
