// Reads one file by https: with a limit on silence and size, repeats after a pause, progress in bytes and a way to stop.
import type { Environment } from "../environment";
import { RefreshError, refusal, type Fault } from "../faults";

/** Longest wait for the next byte. */
export const SILENCE_MS = 15_000;
const SILENT = "silent";
/** Pauses before the second and third try. */
export const PAUSES_MS: readonly number[] = [1_000, 4_000];
/** Faults that may be gone a moment later. A silent server is not asked again: the user has waited once. */
const PASSING: readonly Fault[] = ["unreachable", "cut", "server-error"];

export interface DownloadOptions {
  readonly limitBytes: number;
  /** For a request that the server may answer with "unchanged". */
  readonly etag?: string | undefined;
  /** Not asked again after a fault: for what can be done without. */
  readonly once?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

export interface Downloaded {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string | undefined;
  /** Where it came from in the end. */
  readonly address: string;
}

/** https, or http on this machine, where a developer's server runs. */
export const safeAddress = (text: string, base?: string): URL | undefined => {
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "https:" || (url.protocol === "http:" && isHere) ? url : undefined;
};

/** Undefined when the server says that the file is still the one with that ETag. */
export const download = async (
  environment: Environment,
  url: URL,
  options: DownloadOptions,
): Promise<Downloaded | undefined> => {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt(environment, url, options);
    } catch (error) {
      const pause = options.once === true ? undefined : PAUSES_MS[tries];
      const mayPass = error instanceof RefreshError && PASSING.includes(error.fault);
      if (!mayPass || pause === undefined) throw error;
      await pauseFor(environment, pause, options.signal);
    }
  }
};

const pauseFor = (environment: Environment, milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    let stop = (): void => undefined;
    const cancel = (): void => {
      stop();
      reject(refusal("cancelled"));
    };
    signal?.addEventListener("abort", cancel, { once: true });
    stop = environment.after(milliseconds, () => {
      signal?.removeEventListener("abort", cancel);
      resolve();
    });
  });

const isCancelled = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

const attempt = async (
  environment: Environment,
  url: URL,
  { limitBytes, etag, signal, onProgress }: DownloadOptions,
): Promise<Downloaded | undefined> => {
  if (isCancelled(signal)) throw refusal("cancelled");
  if (!environment.isOnline()) throw refusal("offline");
  const stopper = new AbortController();
  const cancel = (): void => {
    stopper.abort();
  };
  signal?.addEventListener("abort", cancel, { once: true });
  const listen = (): (() => void) =>
    environment.after(SILENCE_MS, () => {
      stopper.abort(SILENT);
    });
  let stopListening = listen();
  let received = 0;
  try {
    const response = await environment.fetch(url.href, requestOf(url, environment.home, etag, stopper.signal));
    requireSound(response, url, limitBytes);
    if (response.status === 304) return undefined;
    const parts: Uint8Array[] = [];
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      stopListening();
      received += part.value.length;
      if (received > limitBytes) throw refusal("too-large", url.host, limitBytes);
      stopListening = listen();
      parts.push(part.value);
      onProgress?.(received);
    }
    return { bytes: joined(parts, received), etag: response.headers.get("ETag") ?? undefined, address: response.url };
  } catch (error) {
    if (error instanceof RefreshError) throw error;
    if (isCancelled(signal)) throw refusal("cancelled");
    if (stopper.signal.reason === SILENT) throw refusal("silent", url.host);
    if (received > 0) throw refusal("cut", url.host, received);
    throw refusal((await isLedAway(environment, url, stopper.signal)) ? "led-away" : "unreachable", url.host);
  } finally {
    stopListening();
    signal?.removeEventListener("abort", cancel);
    // Frees the connection of an answer that was refused half-way; nothing when it was read to its end.
    stopper.abort();
  }
};

/** A browser tells of a redirect that it must not follow no more than of a broken connection: it is asked for alone. */
const isLedAway = async (environment: Environment, url: URL, signal: AbortSignal): Promise<boolean> => {
  try {
    const { type } = await environment.fetch(url.href, { signal, credentials: "omit", redirect: "manual" });
    return type === "opaqueredirect";
  } catch {
    return false;
  }
};

/**
 * At home the ETag is sent by us. Another origin would first be asked for leave to receive that header, which plain
 * file hosts do not give: there the browser's cache asks whether the file changed.
 */
const requestOf = (url: URL, home: string, etag: string | undefined, signal: AbortSignal): RequestInit => ({
  signal,
  credentials: "omit",
  redirect: "follow",
  ...(etag !== undefined && url.origin === new URL(home).origin
    ? { headers: { "If-None-Match": etag } }
    : { cache: "no-cache" }),
});

const requireSound = (response: Response, url: URL, limitBytes: number): void => {
  if (!safeAddress(response.url)) throw refusal("insecure", response.url);
  const { status, headers } = response;
  if (status === 304) return;
  if (status === 404) throw refusal("missing", response.url);
  if (status >= 500) throw refusal("server-error", url.host, status);
  if (!response.ok) throw refusal("refused", url.host, status);
  if (/html/i.test(headers.get("Content-Type") ?? "")) throw refusal("html", url.host);
  if (Number(headers.get("Content-Length") ?? 0) > limitBytes) throw refusal("too-large", url.host, limitBytes);
};

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
};
