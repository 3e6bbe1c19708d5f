import type { z } from "zod";

/**
 * Who may call a route at all. Finer rules (this door, this unit) stand in the module's own rules.
 * `member`, `privacy-officer`, `administrator`: of the organisation in the path parameter
 * `organisation`; its administrators are admitted wherever its privacy officers are.
 */
export type Who = "anyone" | "person" | "member" | "privacy-officer" | "administrator" | "operator";

/**
 * A route as data: the one description from which the server's route, its parsing, the OpenAPI
 * document and the portal's typed client are all made. Safe to import in a browser.
 */
export type Contract = {
  /** Operation id, unique in the product: `access.openDoor`. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with `:name` parameters, each of which `params` describes. */
  readonly path: `/api/v1/${string}`;
  /** The declared processing activity for which personal data is used here. */
  readonly activity: string;
  readonly who: Who;
  /** Called by a programme with a token of its own in the header Authorization (RFC 6750), which the handler reads. */
  readonly bearer?: true;
  /**
   * Reads what is stored about others by what stands in the body, where it must not stand in an address: entered in
   * the trail as a reading.
   */
  readonly looksUp?: true;
  /** One English sentence for the API reference. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /**
   * Absent: 204, no content. Fields that are not named here never leave the server. Each says which
   * column it shows, and the activity has to be one that may use it (columns.ts).
   */
  readonly response?: z.ZodType;
  /** 200 with a response, 204 without, unless said. */
  readonly status?: 200 | 201 | 202;
  /** Largest body in bytes; 64 KiB unless said. */
  readonly bodyLimitBytes?: number;
  /** `sse`: answers with a server-sent event stream whose data is `response`. */
  readonly stream?: "sse";
  /** Answers with a file, sent while it is made; there is no `response`. */
  readonly file?: FileShown;
  /** The handler sends the answer itself, or the browser on to elsewhere. */
  readonly raw?:
    | ({ readonly status: 200 } & FileShown)
    | { readonly status: 303; readonly media?: undefined; readonly shows?: undefined };
};

/** A file as an answer: of one of these media types, and which columns it shows. */
type FileShown = { readonly media: readonly string[]; readonly shows: z.ZodType };

type Parsed<T> = T extends z.ZodType ? z.output<T> : Record<never, never>;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What the handler gets, after parsing. */
export type Params<C extends Contract> = Parsed<C["params"]>;
export type Query<C extends Contract> = Parsed<C["query"]>;
export type Body<C extends Contract> = Parsed<C["body"]>;
/** What the handler answers. */
export type Answer<C extends Contract> = C["response"] extends z.ZodType
  ? z.input<C["response"]>
  : void;
/** What a client gets. */
export type Received<C extends Contract> = C["response"] extends z.ZodType
  ? z.output<C["response"]>
  : undefined;
/** What a client sends. */
export type Call<C extends Contract> = (C["params"] extends z.ZodType
  ? { params: Sent<C["params"]> }
  : { params?: undefined }) &
  (C["query"] extends z.ZodType ? { query?: Sent<C["query"]> } : { query?: undefined }) &
  (C["body"] extends z.ZodType ? { body: Sent<C["body"]> } : { body?: undefined });

/** Keeps the literal types of a contract. */
export function route<const C extends Contract>(contract: C): C {
  return contract;
}
