import { writeOpenedByStaff } from "@terskel/kernel";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as operatorApi from "./api/operator.ts";
import * as api from "./api/people.ts";
import { addOrganisation, listAttempts, listOrganisations } from "./operator.ts";
import { listPeople, readPerson } from "./people.ts";
import { addPerson, changePerson, removePerson } from "./person-changes.ts";
import type { IdentityPorts } from "./ports.ts";
import type { Tx } from "./tx.ts";

/** The people of an organisation, for its administrators. */
export function peopleRoutes({ withContext, now }: IdentityPorts): Route[] {
  return [
    handle(
      api.people,
      async ({ context, params, query }) =>
        await withContext(
          context,
          async (tx: Tx) => await listPeople(tx, params.organisation, query),
        ),
    ),
    handle(
      api.onePerson,
      async ({ context, params }) =>
        await withContext(context, async (tx: Tx) => {
          const found = await readPerson(tx, params.organisation, params.person);
          await writeOpenedByStaff(tx, context, found.id, ["name", "contact", "membership"], now());
          return found;
        }),
    ),
    handle(api.addPerson, async ({ context, params, body }) => ({
      id: await withContext(
        context,
        async (tx: Tx) => await addPerson(tx, params.organisation, body),
      ),
    })),
    handle(api.changePerson, async ({ context, params, body }) => {
      await withContext(context, async (tx: Tx) => {
        await changePerson(tx, params.organisation, params.person, body);
      });
    }),
    handle(api.removePerson, async ({ context, params }) => {
      await withContext(context, async (tx: Tx) => {
        await removePerson(tx, params.organisation, params.person);
      });
    }),
  ];
}

/** The operator's own: organisations, and the log of sign-in attempts (A9). */
export function operatorRoutes(ports: IdentityPorts): Route[] {
  const { withContext } = ports;
  return [
    handle(
      operatorApi.organisations,
      async ({ context, query }) =>
        await withContext(context, async (tx: Tx) => await listOrganisations(tx, query)),
    ),
    handle(operatorApi.addOrganisation, async ({ context, body }) => ({
      id: await addOrganisation(ports, context, body),
    })),
    handle(
      operatorApi.signInAttempts,
      async ({ context, query }) =>
        await withContext(context, async (tx: Tx) => await listAttempts(tx, query)),
    ),
  ];
}
