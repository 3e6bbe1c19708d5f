import { writeOpenedByStaff } from "@terskel/kernel";
import type { Answer } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/credentials.ts";
import { addCredential, findHolders, listCredentials, removeCredential } from "./credentials.ts";
import { blockCredential, readKnowing, toldOf, unblockCredential } from "./lost-credentials.ts";
import { memberOf, memberOrNone } from "./members.ts";
import { codesOf, passOf } from "./phone-pass.ts";
import { byId } from "./place-in-list.ts";
import type { AccessPorts } from "./ports.ts";
import { requireProof } from "./step-up.ts";
import type { Tx } from "./tx.ts";

export function credentialRoutes({ withContext, keys, now }: AccessPorts): Route[] {
  return [
    handle(api.credentials, async ({ context, params: { organisation, person }, query }) =>
      withContext(context, async (tx: Tx) => {
        await memberOrNone(tx, person);
        await writeOpenedByStaff(tx, context, person, ["access-right", "credential"], now());
        return await listPage(tx, organisation, person, query);
      }),
    ),
    handle(api.addCredential, async ({ context, params: { organisation, person }, body }) => ({
      id: await withContext(context, (tx) => addCredential(tx, keys, organisation, person, body)),
    })),
    handle(api.removeCredential, async ({ context, params }) => {
      const { organisation, person, credential } = params;
      await withContext(context, (tx) => removeCredential(tx, organisation, person, credential));
    }),
    handle(api.blockCredential, async ({ context, params }) => {
      const { organisation, person, credential } = params;
      await withContext(context, (tx) => blockCredential(tx, organisation, person, credential));
    }),
    handle(api.unblockCredential, async ({ context, params }) => {
      const { organisation, person, credential } = params;
      await withContext(context, (tx) => unblockCredential(tx, organisation, person, credential));
    }),
    handle(api.credentialHolder, async ({ context, params: { organisation }, body }) =>
      withContext(context, async (tx: Tx) => {
        const found = await findHolders(tx, keys, organisation, body.number);
        const show = await shower(tx, organisation);
        return {
          holders: found.map(({ holder, name, ...row }) => ({
            ...show(row),
            person: { id: holder, name },
          })),
        };
      }),
    ),
    handle(api.myCredentials, async ({ context, params: { organisation }, query }) =>
      withContext(context, async (tx: Tx) => listPage(tx, organisation, memberOf(context), query)),
    ),
    handle(api.blockMyCredential, async ({ context, params: { organisation, credential } }) => {
      await withContext(context, (tx) =>
        blockCredential(tx, organisation, memberOf(context), credential),
      );
    }),
    handle(api.myPass, async ({ context, session: { provenAt }, params: { organisation } }) => {
      const at = now();
      const member = memberOf(context);
      const [pass, controllers] = await withContext(context, async (tx: Tx) => {
        await requireProof(tx, { member, provenAt }, at);
        return [
          await passOf(tx, keys, organisation, member),
          await readKnowing(tx, organisation),
        ] as const;
      });
      return {
        at: at.toISOString(),
        codes: codesOf(keys, organisation, pass.id, at),
        doors: toldOf(controllers, pass.opens_since),
      };
    }),
  ];
}

type Item = Answer<typeof api.credentials>["items"][number];
type Row = Awaited<ReturnType<typeof listCredentials>>[number];

async function listPage(
  tx: Tx,
  organisation: string,
  person: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const rows = await listCredentials(tx, person, limit + 1, readCursor(byId, cursor));
  return toPage(rows, limit, (row) => [row.id], await shower(tx, organisation));
}

async function shower(tx: Tx, organisation: string) {
  const controllers = await readKnowing(tx, organisation);
  return ({ created_at, blocked_at: at, ...row }: Row): Item => ({
    ...row,
    createdAt: created_at.toISOString(),
    ...(at ? { blocked: { at: at.toISOString(), ...toldOf(controllers, at) } } : {}),
  });
}
