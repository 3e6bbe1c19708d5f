import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/confidentiality.ts";
import type { WithContext } from "../tenancy.ts";
import { listStaff, readDeclaration, sign } from "./sign.ts";

type Ports = { readonly withContext: WithContext; readonly now: () => Date };

/** The operator's staff sign that they keep what they see to themselves. */
export const confidentialityRoutes = (ports: Ports): Route[] => [
  handle(api.confidentiality, async ({ session }) => await readDeclaration(ports, session)),
  handle(api.signConfidentiality, async ({ session, body }) => {
    await sign(ports, session, body.version);
  }),
  handle(api.boundStaff, async ({ context, query }) => await listStaff(ports, context, query)),
];
