import { createHash, randomBytes } from "node:crypto";

/** What a token is known by: it is 256 random bits, so no slow hash is needed. */
export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** For the link in one mail. It is handed over with the mail and stored nowhere. */
export const newToken = (): string => randomBytes(32).toString("base64url");
