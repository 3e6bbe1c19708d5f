import { createPrivateKey, createPublicKey, hkdfSync, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./folder.ts";

/** Keys derived from one secret, each for one named purpose (HKDF-SHA-256, RFC 5869). */
export type Keys = {
  /** 32 bytes for this purpose. The same purpose gives the same bytes. */
  derive(purpose: string): Buffer;
  /** An Ed25519 private key for this purpose (RFC 8032; PKCS #8 by RFC 8410). */
  ed25519(purpose: string): { privateKey: KeyObject; publicKey: KeyObject };
};

// The PKCS #8 wrapping of a raw Ed25519 seed, RFC 8410 § 7.
const ed25519Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

export function keysFrom(secret: Uint8Array): Keys {
  if (secret.length < 32) throw new Error("The secret must have at least 32 bytes.");
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", secret, "terskel", purpose, 32));
  return {
    derive,
    ed25519(purpose) {
      const privateKey = createPrivateKey({
        key: Buffer.concat([ed25519Prefix, derive(purpose)]),
        format: "der",
        type: "pkcs8",
      });
      return { privateKey, publicKey: createPublicKey(privateKey) };
    },
  };
}

/**
 * The secret from the setting (base64), else from `secret` in the data folder, made if absent.
 * @throws Error when the file is there and holds no secret
 */
export function loadSecret(setting: string | undefined, dataFolder: string): Buffer {
  if (setting) return Buffer.from(setting, "base64");
  makeFolder(dataFolder);
  const file = join(dataFolder, "secret");
  const made = `${file}.${process.pid}`;
  writeFileSync(made, randomBytes(32).toString("base64"), { mode: 0o600, flush: true });
  try {
    // Whole or not at all, and the first of several that start at once wins.
    linkSync(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(made);
  }
  const secret = Buffer.from(readFileSync(file, "utf8"), "base64");
  if (secret.length < 32) {
    throw new Error(`${file} does not hold a secret of 32 bytes. Restore it from a backup.`);
  }
  return secret;
}
