import type { FastifyRequest } from "fastify";
import { problem } from "../problems.ts";
import type { Contract } from "./contract.ts";
import type { Session } from "./input.ts";

/** HTTP/1.1 does not go without one (RFC 9112 § 3.2). */
export function refuseWithoutHost({ raw }: FastifyRequest): void {
  if (raw.httpVersion === "1.1" && raw.headers.host === undefined) {
    throw problem("malformed-request", { reason: "no Host" });
  }
}

/**
 * Stops a state-changing request that another site made the browser send (CSRF). The browser says
 * where a request came from in Sec-Fetch-Site (W3C Fetch Metadata), which no page can set and which
 * decides where it is sent; else in Origin (RFC 6454). `null` is nobody's origin. A client that is
 * no browser sends neither and carries no cookie by itself.
 */
export function refuseCrossSite(request: FastifyRequest, publicOrigin: string): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const own =
    site === undefined
      ? origin === undefined || origin === publicOrigin || origin === hostOrigin(request)
      : site === "same-origin" || site === "none";
  if (own) return;
  throw problem("cross-site-request", { reason: `origin ${origin}, site ${String(site)}` });
}

const hostOrigin = (request: FastifyRequest) => `${request.protocol}://${request.host}`;

/**
 * May this session call this route at all? Deny by default. To a stranger another organisation's
 * address looks like one that does not exist.
 */
export function admit(contract: Contract, session: Session | undefined, organisation?: string) {
  if (contract.who === "anyone") return undefined;
  if (!session) throw problem("not-signed-in");
  if (contract.who === "person") return undefined;
  if (contract.who === "operator") {
    const staff = session.memberships.find((m) => m.isOperator && m.role === "administrator");
    if (!staff) throw problem("not-allowed", { reason: "no administrator of the operator" });
    return bound(staff);
  }
  // Whoever answers for an organisation's data does so until it is gone.
  const until = contract.who === "privacy-officer" ? (session.ended ?? []) : [];
  const membership = [...session.memberships, ...until].find(
    (m) => m.organisation === organisation,
  );
  if (!membership) throw problem("not-found", { reason: "no member of the organisation" });
  if (contract.who === "administrator" && membership.role !== "administrator") {
    throw problem("not-allowed", { reason: "no administrator of the organisation" });
  }
  if (
    contract.who === "privacy-officer" &&
    !(membership.privacyOfficer || membership.role === "administrator")
  ) {
    throw problem("not-allowed", { reason: "no privacy officer of the organisation" });
  }
  return bound(membership);
}

/** Whoever works at the operator sees nothing before they have signed that they keep it to themselves. */
function bound<M extends { isOperator: boolean; hasSigned?: boolean }>(membership: M): M {
  if (membership.isOperator && membership.hasSigned !== true) throw problem("not-signed");
  return membership;
}
