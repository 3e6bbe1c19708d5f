import { acting } from "../acting.ts";
import type { Language } from "../i18n.ts";
import { problem } from "../problems.ts";
import { actOf } from "./act.ts";
import type { Call, Contract, Received } from "./contract.ts";
import { admit } from "./guard.ts";
import type { Input, Route, Session } from "./input.ts";
import { parsePart } from "./parse.ts";

/**
 * Calls a route within the process, through the same admission, parsing and rules as over HTTP.
 * For what the product does on its own behalf (setting up), not for routes that use cookies.
 */
export function createCaller(routes: readonly Route[], language: Language = "nb") {
  return async <C extends Contract>(
    contract: C,
    session: Session | undefined,
    call: Call<C>,
  ): Promise<Received<C>> => {
    const route = routes.find((each) => each.contract.id === contract.id);
    if (!route) throw problem("not-found", { reason: `no route ${contract.id}` });
    const organisation = (call.params as { organisation?: string } | undefined)?.organisation;
    const membership = admit(contract, session, organisation);
    const input = {
      params: parsePart(contract.params, "params", call.params, language),
      query: parsePart(contract.query, "query", call.query ?? {}, language),
      body: parsePart(contract.body, "body", call.body, language),
      context: {
        activity: contract.activity,
        organisation: membership?.organisation,
        person: session?.person,
        member: membership?.id,
      },
      session,
      role: membership?.role,
      language,
      signal: new AbortController().signal,
    };
    const act = actOf(contract, { session, membership }, input);
    const run = async () => await route.handler(input as unknown as Input<Contract>);
    const answer = await (act ? acting(act, run) : run());
    return (contract.response ? contract.response.parse(answer) : undefined) as Received<C>;
  };
}
