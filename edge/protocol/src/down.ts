import { CompactSign, compactVerify, errors, importJWK } from "jose";
import type { z } from "zod";
import { accessList, type AccessList } from "./access-list.ts";
import { command, type Command } from "./command.ts";
import { confirmation, type Confirmation } from "./confirmation.ts";
import type { PrivateKey, PublicKey } from "./keys.ts";
import { listManifest, type ListManifest } from "./list-manifest.ts";
import { ProtocolError } from "./problem.ts";
import { receipt, type Receipt } from "./receipt.ts";

/** What is signed. `manifest`: of a list. `list`: one as up to version 4, whole, which may lie on a controller's disk yet. */
export type DownMessages = {
  manifest: ListManifest;
  list: AccessList;
  command: Command;
  receipt: Receipt;
  confirmation: Confirmation;
};

type SignedKind = keyof DownMessages;

const schemas: { [K in SignedKind]: z.ZodType<DownMessages[K]> } = {
  manifest: listManifest,
  list: accessList,
  command,
  receipt,
  confirmation,
};

// RFC 9864: Ed25519 by its own name, not the polymorphic EdDSA.
const ALGORITHM = "Ed25519";
const typeOf = (kind: SignedKind): string => `terskel-${kind}+jws`;

export type Signer = <K extends SignedKind>(kind: K, message: DownMessages[K]) => Promise<string>;
export type Verifier = <K extends SignedKind>(
  kind: K,
  jws: string | Uint8Array,
) => Promise<DownMessages[K]>;

/** Signs as JWS compact (RFC 7515). Rejects with ProtocolError `not-of-the-protocol` a message that is not of its kind. */
export async function createSigner(key: PrivateKey): Promise<Signer> {
  const imported = await importJWK(key, ALGORITHM);
  return async (kind, message) => {
    const payload = new TextEncoder().encode(JSON.stringify(parse(kind, message)));
    return new CompactSign(payload)
      .setProtectedHeader({ alg: ALGORITHM, typ: typeOf(kind), kid: key.kid })
      .sign(imported);
  };
}

/**
 * Verifies what came for one controller, with any of several keys so that they can be rotated. Rejects with a
 * ProtocolError; see its codes. Nothing in the payload is read before the signature holds.
 */
export async function createVerifier(
  keys: readonly PublicKey[],
  controller: string,
): Promise<Verifier> {
  const imported = new Map<string, Awaited<ReturnType<typeof importJWK>>>();
  for (const key of keys) imported.set(key.kid, await importJWK(key, ALGORITHM));
  return async (kind, jws) => {
    const { payload, typ } = await open(imported, jws);
    if (typ !== typeOf(kind)) throw new ProtocolError("wrong-type", `not a ${typeOf(kind)}`);
    const message = parse(kind, json(payload));
    if (message.controller !== controller) {
      throw new ProtocolError("wrong-audience", "for another controller");
    }
    return message;
  };
}

type Opened = { payload: Uint8Array; typ: string | undefined };

async function open(
  keys: ReadonlyMap<string, Awaited<ReturnType<typeof importJWK>>>,
  jws: string | Uint8Array,
): Promise<Opened> {
  try {
    const { payload, protectedHeader } = await compactVerify(
      jws,
      ({ kid }) => {
        const key = kid === undefined ? undefined : keys.get(kid);
        if (key === undefined) throw new ProtocolError("bad-signature", "an unknown key");
        return key;
      },
      { algorithms: [ALGORITHM] },
    );
    return { payload, typ: protectedHeader.typ };
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    if (error instanceof errors.JWSInvalid) {
      throw new ProtocolError("not-of-the-protocol", "not a JWS", error);
    }
    throw new ProtocolError("bad-signature", "the signature does not hold", error);
  }
}

function json(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch (error) {
    throw new ProtocolError("not-of-the-protocol", "not JSON in UTF-8", error);
  }
}

function parse<K extends SignedKind>(kind: K, message: unknown): DownMessages[K] {
  const result = schemas[kind].safeParse(message);
  if (result.success) return result.data;
  throw new ProtocolError("not-of-the-protocol", `not a ${kind}`, result.error);
}
