import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { z } from "zod";
import * as api from "./api/demo.ts";
import type { IdentityPorts, TestPerson } from "./ports.ts";

type Demo = NonNullable<IdentityPorts["demo"]>;

/** The invented persons, and the messages that the demo "sent". Mounted only in the demo. */
export function demoRoutes({ persons, outbox }: Demo): Route[] {
  return [
    handle(api.testPersons, () => Promise.resolve({ items: persons.map(shown) })),
    handle(api.outbox, ({ query }) => {
      const after = readCursor(z.tuple([z.string()]), query.cursor);
      const messages = outbox.list().filter(({ id }) => !after || id < after[0]);
      const page = messages.slice(0, query.limit + 1);
      return Promise.resolve(
        toPage(
          page,
          query.limit,
          ({ id }) => [id],
          (message) => message,
        ),
      );
    }),
  ];
}

/** Not the date of birth and the eID's identifier: the sign-in page has no use for them. */
const shown = ({ key, name, about, email, phone, organisationNumber }: TestPerson) => ({
  key,
  name,
  about,
  ...(email ? { email } : {}),
  ...(phone ? { phone } : {}),
  ...(organisationNumber ? { organisationNumber } : {}),
});
