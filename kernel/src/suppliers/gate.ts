import { JobWaits } from "@terskel/platform/jobs";
import type { Mailer } from "@terskel/platform/mail";
import type { SmsGateway } from "@terskel/platform/sms";
import { takeBackPassedOn, writePassedOn } from "../disclosures/passed-on.ts";
import type { Processing } from "../declare.ts";
import type { Tx } from "../requests/tx.ts";
import { agreementState, foremost, isAgreed } from "./in-force.ts";
import type { SupplierPorts } from "./ports.ts";
import { makeSender } from "./sender.ts";
import type { About, SendMail, SendSms } from "./sender.ts";
import { tellsOfSupplier } from "./told.ts";
import type { ToldSupplier } from "./told.ts";

/** Who takes what is sent: the recipient that the declarations name, and the server that it is reached at. */
export type Gateway = {
  readonly recipient: "e-mail provider" | "SMS provider";
  readonly host: string;
};

/** Why nothing is passed on. The last three hold for this message, the others for everybody. */
export type WhyNot =
  | "no-supplier"
  | "no-agreement"
  | "not-yet"
  | "ended"
  | "not-told"
  | "data-not-agreed"
  | "organisation-objects";

/** What was to be passed on waits: nothing of it has left the installation, and nothing is lost. */
class Withheld extends JobWaits {
  override readonly name = "Withheld";
  readonly why: WhyNot;
  constructor(why: WhyNot, { recipient, host }: Gateway) {
    super(`${why}: nothing goes to the ${recipient} at ${host}`);
    this.why = why;
  }
}

type Ports = SupplierPorts & { readonly processings: readonly Processing[] };

/**
 * The one way in which personal data leaves the installation (A12): to a supplier that is in the register
 * with this server, under an agreement in force that covers the data, of an organisation that has agreed and whose
 * notice in force names it. It is written down before it leaves.
 */
export function createGate(ports: Ports) {
  const declared = new Map(
    ports.processings.flatMap((p) => p.activities.map((each) => [each.id, each] as const)),
  );

  /** @throws Error for what is not declared; Withheld when it may not leave now */
  async function pass(gateway: Gateway, about: About, hand: (id: string) => Promise<void>) {
    const activity = declared.get(about.activity);
    if (!activity?.recipients.includes(gateway.recipient)) {
      throw new Error(
        `${about.activity} does not declare that it passes on to ${gateway.recipient}.`,
      );
    }
    const context = { activity: "kernel.disclose", organisation: about.organisation };
    const id = await ports.withContext(context, async (tx: Tx) => {
      const supplier = await supplierOf(tx, gateway, ports.now());
      if ("why" in supplier) throw new Withheld(supplier.why, gateway);
      if (about.labels.some((label) => !supplier.labels.includes(label)))
        throw new Withheld("data-not-agreed", gateway);
      if (!(await agrees(tx, supplier.id, about.organisation, ports.now())))
        throw new Withheld("organisation-objects", gateway);
      // A law does not wait for the notice, and people are told of a change by those who are new in it.
      const isLawful = activity.basis === "legal-obligation";
      if (!isLawful && !(await tellsOfSupplier(tx, supplier, about)))
        throw new Withheld("not-told", gateway);
      const { recipient } = gateway;
      return await writePassedOn(tx, { ...about, recipient, name: supplier.name }, ports.now());
    });
    try {
      await hand(id);
    } catch (error) {
      // It was not taken, as far as one knows: the log does not say that it was.
      await ports.withContext(context, async (tx: Tx) => await takeBackPassedOn(tx, id));
      throw error;
    }
  }

  /** Whether anything can leave by this gateway now; if so until when, if not why. */
  async function state(gateway: Gateway) {
    return await ports.withContext({ activity: "kernel.disclose" }, async (tx: Tx) => {
      const supplier = await supplierOf(tx, gateway, ports.now());
      if ("why" in supplier || (await tellsOfSupplier(tx, supplier))) return supplier;
      return { why: "not-told" } as const;
    });
  }
  const canSend = (gateway: Gateway) => async () => !("why" in (await state(gateway)));

  return {
    state,
    mail(mailer: Mailer, host: string): SendMail {
      const gateway = { recipient: "e-mail provider", host } as const;
      return makeSender(
        async (mail, about) => await pass(gateway, about, async (id) => await mailer(mail, id)),
        canSend(gateway),
      );
    },
    sms(send: SmsGateway, host: string): SendSms {
      const gateway = { recipient: "SMS provider", host } as const;
      return makeSender(
        async (sms, about) => await pass(gateway, about, async () => await send(sms)),
        canSend(gateway),
      );
    },
  };
}

type Supplier = ToldSupplier & {
  readonly id: string;
  readonly labels: readonly string[];
  readonly endsAt: Date | null;
};

/** Whoever is registered with this server, when an agreement is in force. */
async function supplierOf(
  tx: Tx,
  { recipient, host }: Gateway,
  now: Date,
): Promise<Supplier | { readonly why: WhyNot }> {
  const supplier = await tx
    .selectFrom("kernel.suppliers")
    .select(["id", "name", "labels", "recipient", "country"])
    .where("recipient", "=", recipient)
    .where("host", "=", host)
    .executeTakeFirst();
  if (!supplier) return { why: "no-supplier" };
  const agreements = await tx
    .selectFrom("kernel.supplier_agreements")
    .select(["begins_at", "ends_at"])
    .where("supplier_id", "=", supplier.id)
    .execute();
  const agreement = foremost(agreements, now);
  const state = agreementState(agreement, now);
  if (state === "in-force") return { ...supplier, endsAt: agreement?.ends_at ?? null };
  return { why: { none: "no-agreement", begins: "not-yet", ended: "ended" }[state] as WhyNot };
}

/** What is nobody's but the account's is passed on by its owner's agreement with the operator. */
async function agrees(tx: Tx, supplier: string, organisation: string | undefined, now: Date) {
  if (!organisation) return true;
  const found = await tx
    .selectFrom("kernel.organisations as o")
    .leftJoin("kernel.supplier_approvals as a", (join) =>
      join.onRef("a.organisation_id", "=", "o.id").on("a.supplier_id", "=", supplier),
    )
    .select(["o.kind", "o.supplier_authorisation as how", "a.state", "a.objects_by"])
    .where("o.id", "=", organisation)
    .executeTakeFirst();
  // Gone, or the operator itself: nobody is left to be asked.
  if (!found || found.kind === "operator") return true;
  const { state, objects_by } = found;
  return isAgreed(found.how, state && objects_by ? { state, objects_by } : undefined, now);
}
