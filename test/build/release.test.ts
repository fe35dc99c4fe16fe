// Keys and signing of a release: what the build writes is what the pane takes, and no key gets into the repository.
import { generateKeyPairSync } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { developmentKeyFile, readKey } from "../../src/build/bundle/keys";
import { buildRecord } from "../../src/build/bundle/record";
import { releaseFiles, signRelease } from "../../src/build/bundle/release";
import { parseLatest } from "../../src/refresh/fetch/latest";
import { requireSignature } from "../../src/refresh/fetch/signature";

const built = buildRecord("assets/data");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "release-"));
  vi.stubEnv("XDG_CONFIG_HOME", join(folder, "config"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const fileWith = (pem: string | Buffer): string => {
  const file = join(folder, "key.pem");
  writeFileSync(file, pem);
  return file;
};

describe("the key of a build", () => {
  test("is made for development on first use, outside the repository and for its user alone, and is kept", () => {
    const first = readKey();
    expect(first.bundled.kind).toBe("development");
    expect(developmentKeyFile().startsWith(folder)).toBe(true);
    expect(statSync(developmentKeyFile()).mode & 0o077).toBe(0);
    expect(readKey().bundled).toEqual(first.bundled);
    expect(first.bundled.jwk).not.toHaveProperty("d");
  });

  test("comes from the file that is named, and only its public half goes into the bundle", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { bundled, signing } = readKey(fileWith(privateKey.export({ type: "pkcs8", format: "pem" })));
    expect(bundled).toMatchObject({ kind: "release", jwk: { kty: "EC", crv: "P-256" } });
    expect(bundled.jwk).not.toHaveProperty("d");
    expect(signing?.type).toBe("private");
    expect(existsSync(developmentKeyFile())).toBe(false);
  });

  test("warns of a private key that others can read, and of no other", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const file = fileWith(privateKey.export({ type: "pkcs8", format: "pem" }));
    chmodSync(file, 0o640);
    expect(readKey(file).warning).toMatch(/Other users .* can read the key .* chmod 600/);
    chmodSync(file, 0o600);
    expect(readKey(file).warning).toBeUndefined();
    expect(readKey().warning).toBeUndefined();
    writeFileSync(file, publicKey.export({ type: "spki", format: "pem" }));
    chmodSync(file, 0o644);
    expect(readKey(file).warning).toBeUndefined();
  });

  test("is taken from beside the repository, and refused in a folder of it whose name begins with two points", () => {
    const pem = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" });
    const root = join(import.meta.dirname, "../..");
    const inside = join(root, "..keys-of-a-test");
    const beside = mkdtempSync(join(root, "../keys-of-a-test-"));
    mkdirSync(inside, { recursive: true });
    try {
      for (const place of [inside, beside]) writeFileSync(join(place, "key.pem"), pem, { mode: 0o600 });
      expect(() => readKey(join(inside, "key.pem"))).toThrow(/inside the repository/);
      expect(readKey(join(beside, "key.pem")).bundled.kind).toBe("release");
    } finally {
      for (const place of [inside, beside]) rmSync(place, { recursive: true });
    }
  });

  test("may be the public half alone: then the build leaves latest.json to the holder of the key", () => {
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { signing } = readKey(fileWith(publicKey.export({ type: "spki", format: "pem" })));
    expect(Object.keys(releaseFiles(built, signing))).toEqual([`record-${built.packed.version}.json`]);
  });

  test("is refused inside the repository, when it is missing, and when it is of another kind", () => {
    expect(() => readKey("package.json")).toThrow(/inside the repository. Move it out/);
    expect(() => readKey(join(folder, "none.pem"))).toThrow(/There is no key file .* Make one with: openssl/);
    const { privateKey } = generateKeyPairSync("ed25519");
    const file = fileWith(privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(() => readKey(file)).toThrow(/no EC key on P-256/);
  });
});

describe("a release", () => {
  test("is one that the pane with the same key takes, and one with another key does not", async () => {
    const { bundled, signing } = readKey();
    const files = releaseFiles(built, signing);
    const latest = parseLatest(files["latest.json"] ?? "", "here");
    expect(files[latest.file]).toBe(built.json);
    expect(latest).toMatchObject({ version: built.packed.version, sha256: built.sha256, rows: built.counts.rows });
    await expect(requireSignature(crypto, latest, bundled)).resolves.toBeUndefined();
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await expect(requireSignature(crypto, signRelease(built, privateKey), bundled)).rejects.toThrow(/not signed/);
  });

  test("says its size in bytes, also where characters take more than one", () => {
    const { signing } = readKey();
    const files = releaseFiles({ ...built, json: built.json.replace("MARA", "MÄRÄ") }, signing);
    const latest = parseLatest(files["latest.json"] ?? "", "here");
    expect(latest.bytes).toBe(Buffer.byteLength(built.json) + 2);
  });
});
