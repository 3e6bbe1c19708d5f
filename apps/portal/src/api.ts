import type { Call, Contract, Received } from "@terskel/platform/contract";
import { addressOf } from "./address.ts";
import { currentLanguage } from "./language/choice.ts";
import { type FieldError, ProblemError } from "./problem.ts";

/** What every call is made of; the contract has checked the types. */
type Pieces = {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: object;
};
type Options = { signal?: AbortSignal | undefined; timeoutMs?: number };

/**
 * Calls a route by its contract. Rejects with a ProblemError, whether the server refused (its
 * problem details), could not be reached (`offline`) or did not answer in time (`timeout`).
 */
export async function call<const C extends Contract>(
  contract: C,
  input: Call<C>,
  { signal, timeoutMs }: Options = {},
): Promise<Received<C>> {
  return await send(
    contract,
    input,
    { signal, ...(timeoutMs ? { timeoutMs } : {}) },
    async (response) => {
      if (response.status === 204 || !contract.response) return undefined as Received<C>;
      return (await response.json()) as Received<C>;
    },
  );
}

/** So long a file may take to come, in milliseconds. */
const fileMs = 10 * 60_000;

/** Fetches a route's file whole: a part of it, when the line breaks, is none. Rejects as `call` does. */
export async function callFile<const C extends Contract>(contract: C, input: Call<C>) {
  return await send(contract, input, { timeoutMs: fileMs }, async (response) => {
    const named = response.headers.get("content-disposition") ?? "";
    const [, name = "file"] = /filename="([^"]+)"/.exec(named) ?? [];
    return new File([await response.blob()], name);
  });
}

async function send<T>(
  contract: Contract,
  input: unknown,
  { signal, timeoutMs = 10_000 }: Options,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const { params, query, body } = input as Pieces;
  try {
    const response = await fetch(addressOf(contract, params, query), {
      method: contract.method,
      credentials: "same-origin",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: {
        accept: contract.file?.media.join(", ") ?? "application/json, application/problem+json",
        "accept-language": currentLanguage(),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await problemOf(response);
    return await read(response);
  } catch (error) {
    if (error instanceof ProblemError || signal?.aborted) throw error;
    throw new ProblemError({ status: 0, code: timeout.aborted ? "timeout" : "offline" });
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  const text = await response.text();
  let details: Partial<Record<string, unknown>> = {};
  try {
    details = JSON.parse(text) as typeof details;
  } catch {
    // A proxy's error page is no problem document; the status has to do.
  }
  const word = (value: unknown) => (typeof value === "string" ? value : undefined);
  return new ProblemError({
    status: response.status,
    code: word(details["code"]) ?? (response.status >= 500 ? "unavailable" : "refused"),
    title: word(details["title"]),
    detail: word(details["detail"]),
    errors: Array.isArray(details["errors"]) ? (details["errors"] as FieldError[]) : [],
    retryAfterSeconds:
      typeof details["retryAfterSeconds"] === "number" ? details["retryAfterSeconds"] : undefined,
  });
}
