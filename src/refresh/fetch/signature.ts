// SHA-256 and the publisher's signature, by the browser's own WebCrypto.
import type { Environment } from "../environment";
import { refusal } from "../faults";
import type { ReleaseKey } from "./key";
import { ALGORITHM, signedText, type Latest } from "./latest";

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const SIGNING = { name: "ECDSA", hash: "SHA-256" };

export const sha256 = async (
  { subtle }: Pick<Environment, "subtle">,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> =>
  [...new Uint8Array(await subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

export const requireSignature = async (
  { subtle }: Pick<Environment, "subtle">,
  latest: Latest,
  key: ReleaseKey | undefined,
): Promise<void> => {
  if (!key) throw refusal("no-key");
  const { algorithm, signature } = latest;
  if (algorithm !== ALGORITHM || typeof signature !== "string") throw refusal("unsigned");
  const publicKey = await subtle.importKey("jwk", key.jwk, CURVE, false, ["verify"]);
  const text = new TextEncoder().encode(signedText(latest));
  const isSigned = await Promise.resolve()
    .then(() => subtle.verify(SIGNING, publicKey, fromBase64(signature), text))
    .catch(() => false);
  if (!isSigned) throw refusal("unsigned");
};
