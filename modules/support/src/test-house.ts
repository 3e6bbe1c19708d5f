import { randomUUID } from "node:crypto";
import { applyPolicies, kernelProcessing } from "@terskel/kernel";
import * as mine from "./api/mine.ts";
import { supportProcessing } from "./index.ts";
import { startTestServer } from "./test-server.ts";
import type { TestMember } from "./test-server.ts";

/**
 * A cooperative with its chair, Kari and a neighbour; another one, with an administrator; and Nora at the operator, who has
 * signed the confidentiality declaration.
 */
export async function startTestHouse() {
  const server = await startTestServer();
  await applyPolicies(server.database.owner, [kernelProcessing, supportProcessing]);
  const chair = await server.addOrganisation("Solhaug");
  const kari = await server.addMember(chair.organisation, "Kari");
  const neighbour = await server.addMember(chair.organisation, "Nils");
  const stranger = await server.addOrganisation("Havnegata");
  const nora = await server.addOrganisation("Terskel Drift", "operator");
  await server.sign(nora);
  const params = { organisation: chair.organisation };
  return {
    server,
    chair,
    kari,
    neighbour,
    stranger,
    nora,
    params,
    /** As at first: no case, no letter, and the time that it is. */
    async empty() {
      await server.rows("delete from support.cases");
      await server.rows("delete from kernel.openings");
      await server.runJobs();
      server.letters.length = 0;
      server.clock.now = () => new Date();
    },
    /** Somebody's new case. */
    async opened(as: TestMember = kari) {
      const body = newCase();
      await server.ok(mine.ask, as, { params: { organisation: as.organisation }, body });
      return { ...body, params: { organisation: as.organisation, case: body.id } };
    },
  };
}

export const newCase = (subject = "The fob does not open") => ({
  id: randomUUID(),
  message: randomUUID(),
  subject,
  body: "It blinks red\nat the front door.",
});
export const message = (body = "Is it the blue one?") => ({ id: randomUUID(), body });
