// Whether what this browser kept is what the publisher signed: anyone who can write into the storage could have put it
// there. WebCrypto answers later than the start of Excel can wait, so the record is used at once and withdrawn if not.
import type { Environment } from "../environment";
import { parseLatest } from "../fetch/latest";
import type { ReleaseKey } from "../fetch/key";
import { requireSignature, sha256 } from "../fetch/signature";

/** A kept release, and the signed latest.json that announced it. */
export interface KeptRelease {
  readonly version: string;
  readonly text: string;
  /** As it was read from storage. */
  readonly signed: unknown;
}

/** False also where it cannot be found out: without a key, or without WebCrypto. */
export const isAsSigned = async (
  environment: Pick<Environment, "subtle">,
  { text, signed }: KeptRelease,
  key: ReleaseKey | undefined,
): Promise<boolean> => {
  try {
    const latest = parseLatest(JSON.stringify(signed), "");
    await requireSignature(environment, latest, key);
    const bytes = new TextEncoder().encode(text);
    return bytes.length === latest.bytes && (await sha256(environment, bytes)) === latest.sha256;
  } catch {
    return false;
  }
};
