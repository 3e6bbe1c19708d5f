import type { FastifyReply, FastifyRequest } from "fastify";
import type { FileAnswer } from "./file.ts";
import type { Answer, Body, Contract, Params, Query } from "./contract.ts";
import type { Language } from "../i18n.ts";

/** A signed-in person, as the sign-in module tells the HTTP layer for each request. */
export type Session = {
  readonly id: string;
  readonly person: string;
  /** When the person signed in. */
  readonly startedAt: Date;
  /** When, in this session, they last proved it anew by passkey or eID. */
  readonly provenAt?: Date | undefined;
  readonly language?: Language | undefined;
  readonly memberships: readonly Membership[];
  /** In organisations that use the product no more and whose data has not gone yet: what is owed for it is. */
  readonly ended?: readonly Membership[];
};

type Membership = {
  readonly id: string;
  readonly organisation: string;
  readonly role: "member" | "administrator";
  readonly privacyOfficer: boolean;
  readonly isOperator: boolean;
  /** For the operator's staff: the confidentiality declaration in force is signed. Without it they are admitted nowhere. */
  readonly hasSigned?: boolean;
};

/** Reads the session from the request's cookie; undefined when there is none in force. */
export type Authenticate = (request: FastifyRequest) => Promise<Session | undefined>;

/** What every handler gets. */
export type Input<C extends Contract> = {
  readonly params: Params<C>;
  readonly query: Query<C>;
  readonly body: Body<C>;
  /** To be given to `withContext`: the contract's activity for the caller's organisation. */
  readonly context: {
    readonly activity: string;
    readonly organisation: string | undefined;
    readonly person: string | undefined;
    readonly member: string | undefined;
  };
  readonly session: C["who"] extends "anyone" ? Session | undefined : Session;
  /** The caller's role in the path's organisation. */
  readonly role: "member" | "administrator" | undefined;
  readonly language: Language;
  /** Aborted when the caller hangs up. */
  readonly signal: AbortSignal;
  /** For cookies, redirects and pictures. */
  readonly http: { readonly request: FastifyRequest; readonly reply: FastifyReply };
};

/** What a contract's handler promises. */
type Promised<C extends Contract> = C["file"] extends object ? FileAnswer : Answer<C>;

/**
 * Answers a call that is admitted and parsed. A stream that may be refused is promised: what is
 * thrown before the promise is kept becomes a problem, later it can only end the stream.
 */
export type Handler<C extends Contract> = (
  input: Input<C>,
) => C["stream"] extends "sse"
  ? AsyncIterable<Answer<C>> | Promise<AsyncIterable<Answer<C>>>
  : Promise<Promised<C>>;

/** A contract with what answers it. */
export type Route = {
  readonly contract: Contract;
  readonly handler: (input: Input<Contract>) => unknown;
};

export function handle<C extends Contract>(contract: C, handler: Handler<C>): Route {
  return { contract, handler };
}
