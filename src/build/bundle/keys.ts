// The key pair that releases are signed with: a file outside the repository, or one made on this machine for development.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReleaseKey } from "../../refresh/fetch/key";

const REPOSITORY = realpathSync(join(dirname(fileURLToPath(import.meta.url)), "../../.."));
const HOW_TO_MAKE = "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out release-key.pem";

export interface BuildKey {
  /** Goes into the bundle. */
  readonly bundled: ReleaseKey;
  /** Undefined when the file holds only the public half: enough to build, not to sign. */
  readonly signing: KeyObject | undefined;
  /** What its holder should know and do, in a sentence. */
  readonly warning: string | undefined;
}

/** The key in a PEM file; without a file the development key, which is made on first use. */
export const readKey = (file?: string): BuildKey =>
  file === undefined
    ? keyOf(developmentKeyFile(), developmentPem(), "development")
    : keyOf(resolve(file), pemOf(file), "release");

export const developmentKeyFile = (): string => {
  const folder = process.env["XDG_CONFIG_HOME"] ?? process.env["APPDATA"] ?? join(homedir(), ".config");
  return join(folder, "miner-overhang", "development-key.pem");
};

const developmentPem = (): string => {
  const file = developmentKeyFile();
  if (existsSync(file)) return readFileSync(file, "utf8");
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pem, { mode: 0o600 });
  return pem;
};

const pemOf = (file: string): string => {
  const path = resolve(file);
  if (!existsSync(path)) throw new Error(`There is no key file ${file}. Make one with: ${HOW_TO_MAKE}`);
  // A key that lies in the repository is one commit away from being everybody's.
  if (isInside(REPOSITORY, realpathSync(path))) {
    throw new Error(`The key file ${file} lies inside the repository. Move it out and name it again.`);
  }
  return readFileSync(path, "utf8");
};

/** A folder may be called "..keys": only ".." itself leads out. On Windows another drive is an absolute way. */
const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** Windows has no such bits: there the rights are those of the folder. */
const isOpenToOthers = (file: string): boolean => process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;

const keyOf = (file: string, pem: string, kind: ReleaseKey["kind"]): BuildKey => {
  const isPublic = pem.includes("BEGIN PUBLIC KEY");
  const publicKey = createPublicKey(pem);
  if (publicKey.asymmetricKeyType !== "ec" || publicKey.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
    throw new Error(`The key is no EC key on P-256. Make one with: ${HOW_TO_MAKE}`);
  }
  return {
    bundled: { kind, jwk: publicKey.export({ format: "jwk" }) },
    signing: isPublic ? undefined : createPrivateKey(pem),
    warning:
      !isPublic && isOpenToOthers(file)
        ? `Other users of this computer can read the key ${file}: who has it can sign releases in your name. Close it with: chmod 600 ${file}`
        : undefined,
  };
};
