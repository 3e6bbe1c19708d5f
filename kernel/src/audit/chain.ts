import { createHash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 of canonical JSON (RFC 8785), base64url. */
const hash = (value: unknown) =>
  createHash("sha256")
    .update(canonicalize(value) ?? "", "utf8")
    .digest("base64url");

export const newSalt = () => randomBytes(32).toString("base64url");

/** Who acted, and whom it was about: each salted by itself, so that either can go and the rest is still proved. */
export const actorDigest = (salt: string, person: string | null, member: string | null) =>
  hash([salt, person, member]);
export const aboutDigest = (salt: string, member: string) => hash([salt, member]);

/** What an entry says, without who it names. */
export type Facts = {
  readonly at: Date;
  readonly organisation: string | null;
  readonly by: string;
  readonly activity: string;
  readonly action: string;
  readonly about: unknown;
  readonly outcome: string;
  readonly actor: string | null;
  readonly aboutWhom: string | null;
};

export const contentDigest = ({ at, ...facts }: Facts) =>
  hash({ v: 1, at: at.toISOString(), ...facts });

/** An entry's link: to the one before it, by its own number, time and content. */
export const linkOf = (before: string, number: number, at: Date, digest: string) =>
  hash([before, number, at.toISOString(), digest]);

/** As far as the chain goes. */
export type Head = { readonly number: number; readonly link: string };
/** Before the first entry there is nothing. */
export const noHead: Head = { number: 0, link: "" };
