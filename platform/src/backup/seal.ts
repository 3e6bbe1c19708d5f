import { Readable } from "node:stream";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { BackupError } from "./problem.ts";

/** A pair of keys of the age format (https://age-encryption.org/v1), X25519. */
export type KeyPair = { readonly secret: string; readonly recipient: string };

export async function newKeyPair(): Promise<KeyPair> {
  const secret = await generateX25519Identity();
  return { secret, recipient: await identityToRecipient(secret) };
}

/**
 * The secret key in the text of a key file; comments begin with #.
 * @throws BackupError when there is none
 */
export function secretKeyIn(text: string): string {
  const line = text.split("\n").find((each) => each.trim().startsWith("AGE-SECRET-KEY-"));
  if (!line) throw new BackupError("The key file holds no line that begins with AGE-SECRET-KEY-.");
  return line.trim();
}

/**
 * For public keys; who encrypts cannot read it again.
 * @throws BackupError when one is no recipient
 */
export function sealerFor(recipients: readonly string[]) {
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new BackupError(
      "The recipient is no public key; it begins with age1. Make one by `npm run backup -- --new-key FILE`.",
      { cause },
    );
  }
  return async (source: Readable): Promise<Readable> => {
    const sealed = await encrypter.encrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>);
    return Readable.fromWeb(sealed as NodeWebStream<Uint8Array>);
  };
}

/**
 * What was sealed, in the clear. Each piece is authentic when it is read; that it is all of it is known
 * only at the end.
 * @throws BackupError for another key, and in the stream for a file that is altered or cut
 */
export async function unseal(source: Readable, secret: string): Promise<Readable> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(secret);
  } catch (cause) {
    throw new BackupError("The key file holds no whole key.", { cause });
  }
  const web = Readable.toWeb(source) as ReadableStream<Uint8Array>;
  const opened = await decrypter.decrypt(web).catch((cause: unknown) => {
    // It says so of every key that none of the file's headers is for.
    if (cause instanceof Error && cause.message.startsWith("no identity matched")) {
      throw new BackupError("The backup was made for another key.", { cause });
    }
    throw new BackupError("The file is no backup, or its beginning is damaged.", { cause });
  });
  return Readable.from(pieces(opened), { objectMode: false });
}

async function* pieces(opened: AsyncIterable<Uint8Array>) {
  try {
    yield* opened;
  } catch (cause) {
    throw new BackupError("The backup is damaged or cut short.", { cause });
  }
}
