import { isIP } from "node:net";
import { deviceOf, type Device } from "./device.ts";

/** From where a sign-in comes: what C2 keeps, and no more. */
export type Caller = { readonly ip: string; readonly device: Device };

type Request = {
  readonly ip: string;
  readonly headers: { readonly "user-agent"?: string | undefined };
};

export function callerOf(request: Request): Caller {
  return { ip: plainIp(request.ip), device: deviceOf(request.headers["user-agent"]) };
}

/**
 * An address PostgreSQL's inet takes. IPv4 in IPv6's clothes (`::ffff:192.0.2.1`, RFC 4291
 * § 2.5.5.2) is IPv4, or all of IPv4 would share one limit. What a proxy made up is nobody's.
 */
export function plainIp(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  return isIP(plain) === 0 ? "0.0.0.0" : plain;
}
