import { z } from "zod";
import { portabilityFile } from "../export/portability-file.ts";

/** The name of the schema of a hand-over file. */
export const handoverSchema = "handover-1";
export const handoverVersion = 1;

/** So large a hand-over may be, in bytes: it is read whole before anything in it is believed. */
export const mostBytes = 4 * 1024 * 1024;

/** Whose the file is. Never a national identity number: an eID's own identifier stands as a mark. */
export const holder = z.strictObject({
  name: z.string(),
  email: z.email().optional().describe("Proved by a code at the issuing installation."),
  eids: z
    .array(z.string())
    .describe(
      "SHA-256 (base64url) of the file's id, the eID's issuer and its identifier, by line.",
    ),
});

/**
 * A person's data on its way to another installation (GDPR Art. 20(1) and (2)). The signature is Ed25519
 * (RFC 8032) over the file without `signature`, in canonical form (RFC 8785).
 */
export const handoverFile = z
  .strictObject({
    $schema: z.url(),
    format: z.literal("terskel-handover"),
    version: z.literal(handoverVersion),
    id: z.uuid(),
    installation: z.url().describe("The origin of the installation that signed it."),
    issuedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    keyId: z.string().describe("Thumbprint of the public key (RFC 7638)."),
    holder,
    data: portabilityFile,
    signature: z
      .string()
      .regex(/^[\w-]{86}$/)
      .describe("64 bytes, base64url."),
  })
  .meta({
    title: "Terskel hand-over",
    description: "One person's data, signed, for another installation.",
  });

export type Handover = z.output<typeof handoverFile>;
export type Holder = z.output<typeof holder>;
