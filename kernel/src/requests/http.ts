import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import type { Language } from "@terskel/platform/i18n";
import * as addressApi from "../api/address-requests.ts";
import * as deskApi from "../api/desk.ts";
import { myData } from "../api/my-data.ts";
import { requestHandover } from "../api/handover.ts";
import * as api from "../api/requests.ts";
import { findCallersCopy } from "./callers-copy.ts";
import { findAddressCopy, makeByAddress } from "./by-address.ts";
import { askProof, extend, passOn } from "./deadline.ts";
import { decide } from "./decide.ts";
import type { HandOut } from "./hand-out.ts";
import { enterRequest, listDesk, readDesk, roleAt } from "./desk.ts";
import { planFor } from "./erase-person.ts";
import { showPlan } from "./show-plan.ts";
import { planLift } from "./lift.ts";
import { readMyData } from "./my-data.ts";
import { cancelOwn, findOwnCopy, liftOwn, listOwn, makeOwn, planOwn, readOwn } from "./own.ts";
import type { PrivacyPorts } from "./ports.ts";
import { findRequest } from "./requests.ts";
import type { Tx } from "./tx.ts";
import { desk } from "./whose.ts";

/** One's own requests, signed in or by an address. */
export function ownRoutes(ports: PrivacyPorts, handOut: HandOut): Route[] {
  return [
    handle(myData, async ({ session }) => await readMyData(ports, session)),
    handle(api.requests, async ({ session, query }) => await listOwn(ports, session, query)),
    handle(
      api.readRequest,
      async ({ session, params }) => await readOwn(ports, session, params.request),
    ),
    handle(api.makeRequest, async ({ session, body, language }) => {
      const made = await makeOwn(ports, session, body, language);
      const state = made.state === "answered" ? ("answered" as const) : ("received" as const);
      return { id: made.id, state };
    }),
    handle(api.ownErasurePlan, async ({ session, query }) => ({
      plan: showPlan(ports, await planOwn(ports, session, query), "person"),
    })),
    handle(api.cancelRequest, async ({ session, params }) => {
      await cancelOwn(ports, session, params.request);
    }),
    handle(api.liftOwnRestriction, async ({ session, params }) => {
      await liftOwn(ports, session, params.request);
    }),
    handle(api.requestFile, async ({ session, params, language }) => {
      const row = await findOwnCopy(ports, session, params.request);
      return await handOut.copy(row, language);
    }),
    handle(requestHandover, async ({ session, params, language }) => {
      const row = await findOwnCopy(ports, session, params.request);
      return await handOut.handover(row, language);
    }),
    handle(addressApi.addressFile, async ({ body, language, http }) => {
      const row = await findAddressCopy(ports, body, { ip: http.request.ip });
      return await handOut.copy(row, language);
    }),
    handle(
      addressApi.requestAddressCode,
      async ({ body, language, http }) =>
        await ports.addressCodes.request(body.email, { ip: http.request.ip, language }),
    ),
    handle(addressApi.makeAddressRequest, async ({ body, language, http }) => {
      const made = await makeByAddress(ports, body, { ip: http.request.ip, language });
      const requests = made.map(({ number, organisation, due_at }) => ({
        number,
        organisation,
        dueAt: due_at.toISOString(),
      }));
      return { requests };
    }),
  ];
}

/** What an organisation's privacy officers do. */
export function deskRoutes(ports: PrivacyPorts, handOut: HandOut): Route[] {
  return [
    handle(
      deskApi.deskRequests,
      async ({ params, query }) => await listDesk(ports, params.organisation, query),
    ),
    handle(
      deskApi.readDeskRequest,
      async ({ params }) => await readDesk(ports, params.organisation, params.request),
    ),
    handle(deskApi.deskErasurePlan, async ({ params }) => {
      const { organisation } = params;
      const row = await ports.withContext(
        { activity: desk, organisation },
        async (tx: Tx) => await findRequest(tx, params.request),
      );
      return { plan: showPlan(ports, await planFor(ports, row), "desk") };
    }),
    handle(deskApi.deskFile, async ({ session, params }) => {
      const row = await findCallersCopy(ports, session, params.organisation, params.request);
      return await handOut.copy(row, row.language as Language, "privacy-officer");
    }),
    handle(deskApi.enterRequest, async ({ params, body }) => ({
      id: (await enterRequest(ports, params.organisation, body)).id,
    })),
    handle(deskApi.askProof, async ({ params, body }) => {
      await askProof(ports, params.organisation, params.request, body.wanted);
    }),
    handle(deskApi.extendRequest, async ({ params, body }) => ({
      dueAt: (await extend(ports, params.organisation, params.request, body.reason)).toISOString(),
    })),
    handle(deskApi.passOnRequest, async ({ params }) => {
      await passOn(ports, params.organisation, params.request);
    }),
    handle(deskApi.decideRequest, async ({ params, body }) => {
      await decide(ports, params.organisation, params.request, body);
    }),
    handle(deskApi.liftRestriction, async ({ params, body }) => {
      const { organisation } = params;
      const row = await ports.withContext(
        { activity: desk, organisation },
        async (tx: Tx) => await findRequest(tx, params.request),
      );
      const lifts = await planLift(ports, row, body.days, roleAt(row, organisation));
      return { liftsAt: lifts.toISOString() };
    }),
  ];
}
