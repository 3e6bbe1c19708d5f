import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/handover.ts";
import type { IdentityPorts } from "../ports.ts";
import { preview, take } from "./take.ts";

/** One's own data from another installation. */
export function handoverRoutes(ports: IdentityPorts): Route[] {
  const trusted = ports.config.TERSKEL_TRUSTED_INSTALLATIONS;
  const installations = [...new Set(trusted.map(({ installation }) => installation))];
  return [
    handle(api.handoverSources, async () => await Promise.resolve({ installations })),
    handle(
      api.previewHandover,
      async ({ context, session, body, language: reader }) =>
        await preview(ports, body.file, { context, person: session.person, reader }),
    ),
    handle(
      api.takeHandover,
      async ({ context, session, body }) =>
        await take(ports, body, { context, person: session.person }),
    ),
  ];
}
