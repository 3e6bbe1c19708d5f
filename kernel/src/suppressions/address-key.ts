import { createHmac } from "node:crypto";
import type { Keys } from "@terskel/platform/keys";

/**
 * What stands for an e-mail address or telephone number in the list of suppressions: HMAC-SHA-256 (RFC 2104) in hex.
 * Without the installation's secret nobody can tell whose it is, nor try addresses.
 */
export const addressKey = ({ derive }: Pick<Keys, "derive">, address: string): string =>
  createHmac("sha256", derive("suppression")).update(address.trim().toLowerCase()).digest("hex");
