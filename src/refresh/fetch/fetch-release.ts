// The part of the add-in that brings a release in: fetches, checks and compares it. Loaded when there is a newer one.
import type { Checked } from "./check";
import { download } from "./download";
import type { Environment } from "../environment";
import { readRelease, type Release } from "./read-release";

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytes: number, of: number) => void) | undefined;
}

export const fetchRelease = async (
  environment: Environment,
  { latest, address }: Checked,
  { signal, onProgress }: FetchOptions = {},
): Promise<Release> => {
  const url = new URL(latest.file, address);
  const answer = await download(environment, url, {
    limitBytes: latest.bytes,
    signal,
    onProgress: (bytes) => onProgress?.(bytes, latest.bytes),
  });
  // No ETag was sent, so a server that says "unchanged" has sent nothing.
  return readRelease(environment, answer?.bytes ?? new Uint8Array(), latest, url.host);
};

export { coinMoves } from "./coin-moves";
export { compare } from "./compare";
