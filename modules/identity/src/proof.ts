import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { admitProof, logAttempt, logRefusal } from "./attempts.ts";
import type { Attempt } from "./attempts.ts";
import type { EidPerson } from "./eid-claims.ts";
import { relyingParty } from "./passkeys.ts";
import { recall, remember } from "./pending.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { proveSession } from "./sessions.ts";
import { reasonOf } from "./table-words.ts";
import type { Tx } from "./tx.ts";
import { verifyPasskey } from "./verify-passkey.ts";
import { webauthn } from "./webauthn.ts";

const context = { activity: "identity.sign-in" } as const;

type Holder = { readonly id: string; readonly person: string };

export const proofAttempt = (method: "eid" | "passkey", ip: string, person: string): Attempt => ({
  method,
  ip,
  tried: `proof:${person}`,
});

/**
 * What the browser needs to ask for one of the person's passkeys, and the id of the challenge.
 * @throws Problem `no-passkey`, `too-many-requests`
 */
export async function startPasskeyProof(ports: IdentityPorts, session: Holder, ip: string) {
  const known = await ports.withContext(context, async (tx: Tx) =>
    tx
      .selectFrom("identity.passkeys")
      .select(["id", "transports"])
      .where("person_id", "=", session.person)
      .execute(),
  );
  if (known.length === 0) throw problem("no-passkey");
  await admitProof(ports, proofAttempt("passkey", ip, session.person));
  const { rpID } = relyingParty(ports.config);
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID,
    allowCredentials: known,
    userVerification: "required",
  });
  const { person, id } = session;
  const { challenge } = options;
  const what = { kind: "passkey-proof", person, session: id, challenge } as const;
  return { options, pending: await remember(ports, what) };
}

/**
 * Takes the browser's answer as a proof for this session, once.
 * @throws Problem `sign-in-expired`, `passkey-refused`; each written down
 */
export async function finishPasskeyProof(
  ports: IdentityPorts,
  session: Holder,
  given: { response: unknown; pending: string | undefined; ip: string },
): Promise<void> {
  const attempt = proofAttempt("passkey", given.ip, session.person);
  try {
    const begun = await recall(ports, ["passkey-proof"], given.pending);
    if (!begun?.challenge || begun.session_id !== session.id) throw problem("sign-in-expired");
    const { challenge } = begun;
    await ports.withContext(context, async (tx: Tx) => {
      const response = given.response as AuthenticationResponseJSON;
      await verifyPasskey(tx, ports, response, challenge, session.person);
      await prove(tx, ports, attempt, session);
    });
  } catch (error) {
    await logRefusal(ports, attempt, reasonOf(error));
    throw error;
  }
}

/**
 * Takes what the eID said as a proof for this session: its own, never one that it could connect by saying so.
 * @throws Problem `proof-of-another`
 */
export async function proveByEid(
  ports: IdentityPorts,
  eid: EidPerson,
  { attempt, session }: { attempt: Attempt; session: Holder },
): Promise<void> {
  await ports.withContext(context, async (tx: Tx) => {
    const known = await tx
      .selectFrom("identity.eid_logins")
      .select("person_id")
      .where("issuer", "=", eid.issuer)
      .where("subject", "=", eid.subject)
      .executeTakeFirst();
    if (known?.person_id !== session.person) throw problem("proof-of-another");
    await tx
      .updateTable("identity.persons")
      .set({ last_eid_at: ports.now() })
      .where("id", "=", session.person)
      .execute();
    await prove(tx, ports, attempt, session);
  });
}

/** @throws Problem `no-eid` */
export async function requireEid(ports: IdentityPorts, person: string): Promise<void> {
  const one = await ports.withContext(context, async (tx: Tx) =>
    tx
      .selectFrom("identity.eid_logins")
      .select("subject")
      .where("person_id", "=", person)
      .executeTakeFirst(),
  );
  if (!one) throw problem("no-eid");
}

async function prove(tx: Tx, ports: IdentityPorts, attempt: Attempt, { id, person }: Holder) {
  await proveSession(tx, id, ports.now());
  await logAttempt(tx, ports, attempt, { outcome: "accepted", reason: "proof-given", person });
}
