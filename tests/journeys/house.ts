import { randomUUID } from "node:crypto";
import { addGrant, groups, removeGrant } from "@terskel/access/api/grants";
import { invite } from "@terskel/access/api/invitations";
import { doorGroups } from "@terskel/access/api/door-groups";
import { openDoor } from "@terskel/access/api/passages";
import { doors } from "@terskel/access/api/places";
import { units } from "@terskel/access/api/units";
import { mailings } from "@terskel/customers/api/mailings";
import { surveys } from "@terskel/customers/api/surveys";
import { outbox } from "@terskel/identity/api/demo";
import { me } from "@terskel/identity/api/me";
import { people } from "@terskel/identity/api/people";
import { signAdvice } from "@terskel/kernel/api/advice";
import { addAdviser } from "@terskel/kernel/api/advisers";
import { placeHold } from "@terskel/kernel/api/holds";
import { makeRequest } from "@terskel/kernel/api/requests";
import { suppliers } from "@terskel/kernel/api/suppliers";
import { cases } from "@terskel/support/api/desk";
import { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import type { Product } from "../support/product.ts";

/** The cooperative, and what its chair does in it beside the journey that is told. */
export async function openHouse(product: Product) {
  const chair = await new Client(product.url).signIn("ingrid");
  const organisation = (await chair.call(me, {})).memberships[0]?.organisation.id ?? "";
  const params = { organisation };

  const doorId = async (name: string) => {
    const { items } = await chair.call(doors, { params });
    const found = items.find((door) => door.name === name);
    if (!found) throw new Error(`There is no door ${name}.`);
    return found.id;
  };

  const { items: members } = await chair.call(people, {
    params,
    query: { search: "Kari Nordlie" },
  });
  const { items: answered } = await chair.call(cases, { params, query: { state: "waiting" } });
  const { items: circles } = await chair.call(groups, { params });
  const { items: together } = await chair.call(doorGroups, { params });
  const { items: flats } = await chair.call(units, { params, query: { limit: 100 } });

  return {
    chair,
    /** Kari Nordlie, as the cooperative knows her. */
    kari: members[0]?.id ?? "",
    /** The group of the board. */
    board: circles.find(({ name }) => name === "Styret")?.id ?? "",
    /** The door group of the entrances. */
    entrances: together[0]?.id ?? "",
    /** The unit that is let, and to whom it is let next. */
    guests: flats.find(({ leases }) => leases.length > 0)?.id ?? "",
    /** Kari Nordlie's support case, which the board has answered. */
    case: answered[0]?.id ?? "",
    organisation,
    /** A door that has had everything: an opening, an alarm. */
    door: await doorId("Oppgang A"),
    doorId,
    /** Kari asks to be erased, and for a correction, while the log is under a hold; gives the first one's id. */
    async askedOf(): Promise<string> {
      const kari = await new Client(product.url).signIn("kari");
      const { id } = await kari.call(makeRequest, {
        body: { organisation, wish: { kind: "erasure" } },
      });
      const wish = {
        kind: "rectification",
        record: "Leilighet",
        wrong: "H0301",
        right: "H0302",
      } as const;
      await kari.call(makeRequest, { body: { organisation, wish } });
      const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
      await chair.call(placeHold, {
        params,
        body: { table: "access.passages", reason: "Forsikringssak 12", until },
      });
      return id;
    },
    /** Kari advises the cooperative on her own flat: one assignment is signed, the newest is not. Gives their ids. */
    async advises(): Promise<{ signed: string; unsigned: string }> {
      const kari = await new Client(product.url).signIn("kari");
      const { email = "", memberships } = await kari.call(me, {});
      const day = (ahead: number) =>
        new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
      const body = {
        name: "Kari Nordlie",
        firm: "Nordlie Revisjon",
        email,
        kind: "auditor",
        need: "Den årlige revisjonen av tilgangene",
        purposes: ["access.read-door-log", "identity.administer-people"],
        persons: memberships.map(({ id }) => id).slice(0, 1),
        firstDay: day(-1),
        lastDay: day(30),
      } as const;
      const invite = async () =>
        (await chair.call(addAdviser, { params, body: addAdviser.body.parse(body) })).id;
      const [signed, unsigned] = [await invite(), await invite()];
      // Signing in anew she finds what has been sent to her address.
      const adviser = await new Client(product.url).signIn("kari");
      await adviser.call(signAdvice, { params: { adviser: signed }, body: { version: 1 } });
      return { signed, unsigned };
    },
    /** One of the operator's suppliers. */
    async supplier(): Promise<string> {
      const nora = await new Client(product.url).signIn("nora");
      return (await nora.call(suppliers, {})).items[0]?.id ?? "";
    },
    /** The demo's mailing and survey, and the link in one of the mails of each: of who has not answered. */
    async mailed() {
      const nora = await new Client(product.url).signIn("nora");
      const id = (await nora.call(mailings, {})).items[0]?.id ?? "";
      const survey = (await nora.call(surveys, {})).items[0]?.id ?? "";
      const { items } = await nora.call(outbox, { query: { limit: 200 } });
      const linkTo = (to: string, link: RegExp) =>
        items
          .filter((each) => each.to === to)
          .flatMap(({ text }) => link.exec(text)?.[0] ?? [])
          .at(0) ?? "";
      const to = "olav.tveit@tveitsport.example";
      const link = linkTo(to, /\/unsubscribe\/[\w-]{43}/);
      return { id, survey, link, question: linkTo(to, /\/survey\/[\w-]{43}/) };
    },
    /** How often a lock has been opened, past the cloud. */
    async unlockCount(name: string): Promise<number> {
      const answer = await fetch(`${product.doors(0)}/doors`);
      const simulated = (await answer.json()) as { doors: { name: string; unlockCount: number }[] };
      return simulated.doors.find((door) => door.name === name)?.unlockCount ?? Number.NaN;
    },
    async give(door: string, person: string, validUntil?: Date): Promise<string> {
      const until = validUntil ? { validUntil: validUntil.toISOString() } : {};
      const body = { door: await doorId(door), person, role: "user", ...until } as const;
      return (await chair.call(addGrant, { params, body })).id;
    },
    /** Something in every list: an opening, a refusal, an alarm, an invitation. Returns the invitation's link. */
    async comeAndGo(): Promise<string> {
      const kari = await new Client(product.url).signIn("kari");
      for (const name of ["Oppgang A", "Oppgang B"]) {
        const to = { organisation, door: await doorId(name) };
        await kari.call(openDoor, { params: to, body: { request: randomUUID() } });
      }
      for (const act of ["force", "close"]) {
        await fetch(`${product.doors(0)}/doors/${await doorId("Oppgang A")}/act`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ act }),
        });
      }
      const body = { door: await doorId("Oppgang C"), email: "gjest@nabo.example" };
      await chair.call(invite, { params, body: invite.body.parse(body) });
      return await eventually("the invitation's mail is sent", async () => {
        const { items } = await chair.call(outbox, {});
        const mail = items.find(({ to }) => to === body.email);
        return mail && /\S+#token=\S+/.exec(mail.text)?.[0];
      });
    },
    async takeBack(grant: string): Promise<void> {
      await chair.call(removeGrant, { params: { organisation, grant } });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
