import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/disclosures.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import { listDisclosures } from "./list.ts";

/** Who got what about whom, for whom it was about. */
export const disclosureRoutes = (ports: PrivacyPorts): Route[] => [
  handle(
    api.disclosures,
    async ({ session, query }) => await listDisclosures(ports, session, query),
  ),
];
