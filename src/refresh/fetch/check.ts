// Asks an address what the newest release is. What comes out is signed by the publisher.
import { isLaterVersion } from "../../common/version";
import { download, safeAddress } from "./download";
import type { Environment } from "../environment";
import { refusal } from "../faults";
import type { ReleaseKey } from "./key";
import { isAtLeast, parseLatest, type Latest } from "./latest";
import { requireSignature } from "./signature";

/** latest.json itself is half a kilobyte. */
const LATEST_LIMIT_BYTES = 64_000;
export const LATEST_AT_HOME = "data/latest.json";

/** What was read at the last check, with the ETag that the server may recognise. */
export interface Seen {
  readonly address: string;
  readonly etag: string;
  readonly text: string;
}

export interface CheckOptions {
  /** Where latest.json is; the add-in's own origin if left out. */
  readonly address?: string | undefined;
  /** Version of the record that is there. */
  readonly have: string;
  readonly addin: string;
  readonly key: ReleaseKey | undefined;
  readonly seen?: Seen | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Checked {
  readonly latest: Latest;
  readonly isNewer: boolean;
  /** Of latest.json; the file lies beside it. */
  readonly address: string;
  readonly seen: Seen | undefined;
}

export const checkForUpdate = async (environment: Environment, options: CheckOptions): Promise<Checked> => {
  const address = options.address?.trim() ?? LATEST_AT_HOME;
  const url = safeAddress(address, options.address === undefined ? environment.home : undefined);
  if (!url) throw refusal("address", address);
  const known = options.seen?.address === url.href ? options.seen : undefined;
  const { signal, have, addin, key } = options;
  const answer = await download(environment, url, { limitBytes: LATEST_LIMIT_BYTES, etag: known?.etag, signal });
  const text = answer ? new TextDecoder().decode(answer.bytes) : (known?.text ?? "");
  const latest = parseLatest(text, url.host);
  await requireSignature(environment, latest, key);
  if (!isAtLeast(addin, latest.minimumAddin)) throw refusal("addin", latest.minimumAddin, addin);
  if (isLaterVersion(have, latest.version)) throw refusal("older", latest.version, have);
  const etag = answer?.etag;
  return {
    latest,
    isNewer: isLaterVersion(latest.version, have),
    address: answer?.address ?? url.href,
    seen: answer ? (etag === undefined ? undefined : { address: url.href, etag, text }) : known,
  };
};
