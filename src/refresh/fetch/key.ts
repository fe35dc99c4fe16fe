// The public key that releases are checked with. The build writes it into the bundle (src/build/bundle/keys.ts).

export interface ReleaseKey {
  /** `development`: made on the machine that built this copy. Such a copy is not for publishing, and the pane says so. */
  readonly kind: "release" | "development";
  /** ECDSA P-256. */
  readonly jwk: JsonWebKey;
}

declare const MINER_OVERHANG_KEY: ReleaseKey | undefined;

/** Undefined in a copy without a key: it then takes no release at all. */
export const bundledKey = (): ReleaseKey | undefined =>
  typeof MINER_OVERHANG_KEY === "undefined" ? undefined : MINER_OVERHANG_KEY;
