import { draftList, ProtocolError, type AccessList, type ListDraft } from "@terskel/edge-protocol";
import { addJob, defineJob, type Job } from "@terskel/platform/jobs";
import { sql } from "kysely";
import { z } from "zod";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { hashOf, toContent } from "./access-list.ts";
import { withCodes } from "../keypads/in-list.ts";
import { readForController } from "./access-rows.ts";
import type { SendList } from "./sender.ts";

type Ports = Pick<AccessPorts, "withContext" | "now">;
const context = { activity: "access.run-controllers" };

/** Has one controller's list made, and sent if the controller lacks it. */
export async function queueList(tx: Tx, controller: string): Promise<void> {
  await addJob(
    tx,
    "access.publish-list",
    { controller },
    { key: `access.publish-list:${controller}` },
  );
}

/** One job a controller, so that one that cannot be reached holds up no other. */
export function listJobs(ports: Ports, send: SendList): readonly Job[] {
  return [
    defineJob({
      name: "access.publish-lists",
      payload: z.strictObject({ organisation: z.uuid() }),
      run: async ({ organisation }) =>
        ports.withContext(context, async (tx: Tx) => {
          const controllers = await tx
            .selectFrom("access.controllers")
            .select("id")
            .where("organisation_id", "=", organisation)
            .execute();
          for (const { id } of controllers) await queueList(tx, id);
        }),
    }),
    // An access that has ended is deleted by its keep rule, which knows of no lists: once a day it goes
    // from the doors' lists too. And a year on, they are told the next year's holidays.
    defineJob({
      name: "access.renew-lists",
      cron: "20 3 * * *",
      payload: z.looseObject({}),
      run: async () =>
        ports.withContext(context, async (tx: Tx) => {
          const controllers = await tx.selectFrom("access.controllers").select("id").execute();
          for (const { id } of controllers) await queueList(tx, id);
        }),
    }),
    defineJob({
      name: "access.publish-list",
      payload: z.strictObject({ controller: z.uuid() }),
      run: async ({ controller }) => publishList(ports, send, controller),
    }),
    // It is registered no more, so nothing of it is read: one that is connected gets the last of its lists.
    defineJob({
      name: "access.retire-controller",
      payload: z.strictObject({ controller: z.uuid(), revision: z.int().min(1) }),
      run: async ({ controller, revision }) =>
        send(
          draftList({
            controller,
            revision,
            issuedAt: ports.now().toISOString(),
            doors: [],
            persons: [],
            credentials: [],
            schedules: [],
            clocks: [],
          }),
        ),
    }),
  ];
}

/**
 * Sends the list when the controller does not have it. One that is away is not written to: a broker
 * would keep the message for it, and it says its revision when it comes back.
 *
 * Safe twice and on two replicas: the row is locked while the revision is decided, and a controller
 * refuses a list that is not newer than its own.
 */
async function publishList(ports: Ports, send: SendList, controller: string): Promise<void> {
  const made = await ports.withContext(context, async (tx: Tx) =>
    renewList(tx, controller, ports.now()),
  );
  if (made?.online && made.reported !== made.draft.manifest.revision) await send(made.draft);
}

type Made = { reported: number; online: boolean; draft: ListDraft };

/**
 * The list as the database has it now; its revision is raised when the content is another. Whoever blocks a
 * card waits for the row or has committed before (`blockCredential`), so any time at which it is held will do.
 * One that no controller takes is not sent: what the doors have stays in force, and whoever administers them reads why.
 */
async function renewList(tx: Tx, controller: string, now: Date): Promise<Made | undefined> {
  const known = await tx
    .selectFrom("access.controllers")
    .select(["list_revision", "list_reported", "list_hash", "online"])
    .where("id", "=", controller)
    .forUpdate()
    .executeTakeFirst();
  if (!known) return undefined;
  const rows = await readForController(tx, controller, now);
  const content = toContent(await withCodes(tx, rows, now));
  const issuedAt = now.toISOString();
  const draft = tryDraft({ controller, revision: known.list_revision + 1, issuedAt, ...content });
  if ("problem" in draft) {
    await tx
      .updateTable("access.controllers")
      .set({ list_problem: draft.problem })
      .where("id", "=", controller)
      .execute();
    return undefined;
  }
  const hash = hashOf(draft.manifest);
  const changed = !known.list_hash?.equals(hash);
  const revision = known.list_revision + Number(changed);
  await tx
    .updateTable("access.controllers")
    .set({ list_revision: revision, list_hash: hash, list_problem: null })
    .set({ list_read_at: sql`clock_timestamp()` })
    .$if(known.list_reported === revision, (query) =>
      query.set({ list_known_at: sql`clock_timestamp()` }),
    )
    .where("id", "=", controller)
    .execute();
  const { body, manifest } = draft;
  const { list_reported: reported, online } = known;
  return { reported, online, draft: { body, manifest: { ...manifest, revision } } };
}

function tryDraft(list: AccessList): ListDraft | { readonly problem: string } {
  try {
    return draftList(list);
  } catch (error) {
    if (error instanceof ProtocolError) return { problem: error.code };
    throw error;
  }
}
