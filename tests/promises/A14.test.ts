import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { invite } from "@terskel/access/api/invitations";
import { myDoors } from "@terskel/access/api/passages";
import { addPerson, people, removePerson } from "@terskel/identity/api/people";
import {
  addressFile,
  makeAddressRequest,
  requestAddressCode,
} from "@terskel/kernel/api/address-requests";
import {
  askProof,
  decideRequest,
  deskFile,
  enterRequest,
  readDeskRequest,
} from "@terskel/kernel/api/desk";
import { makeRequest, readRequest, requestFile } from "@terskel/kernel/api/requests";
import { pathOf } from "../support/client.ts";
import type { Client } from "../support/client.ts";
import { readCopy, rowsOf } from "../support/copy.ts";
import { eventually } from "../support/eventually.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const guest = "gjest@eksempel.example";

describe("A14: a person gets access to their data; the identity is verified first, and more proof can be asked for", () => {
  let house: House;
  let kari: Client;
  let chair: Client;
  let organisation: string;
  before(async () => {
    house = await startHouse();
    kari = await house.as("kari");
    chair = await house.as("ingrid");
    organisation = await house.organisationOf(kari);
  });
  after(async () => await house.stop());

  const behind = async (sql: string) => {
    const { owner } = house;
    await owner.query(sql);
  };
  const fetchCopy = async (client: Client, request: string) =>
    await client.fetch(pathOf(requestFile, { params: { request } }));
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  /** Proves an address: the code's id, and its digits out of the mail. */
  async function prove(email: string) {
    const since = Date.now();
    const { code } = await house.nobody.call(requestAddressCode, { body: { email } });
    return { code, digits: await house.digits(email, since) };
  }
  const fetchByAddress = async (body: object) =>
    await house.nobody.fetch(addressFile.path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  test("a copy is handed out only to whoever signed in just now, and only in its time", async () => {
    const { id } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "access" } },
    });
    await behind("update identity.sessions set created_at = now() - interval '16 minutes'");
    const refused = await fetchCopy(kari, id);
    assert.equal(refused.status, 403);
    assert.equal(await codeOf(refused), "sign-in-again");
    const again = await house.as("kari");
    await readCopy(again, await fetchCopy(again, id));
    await behind(`update kernel.requests set file_until = now() - interval '1 second'`);
    const late = await fetchCopy(again, id);
    assert.equal(late.status, 404);
    assert.equal(await codeOf(late), "no-file");
    const { trail } = await again.call(readRequest, { params: { request: id } });
    assert.equal(trail.filter(({ step }) => step === "downloaded").length, 1);
  });

  test("without an account the address is proven, when it is asked and when it is fetched", async () => {
    const [door] = (await chair.call(myDoors, { params: { organisation } })).items;
    const body = { door: door?.id ?? "", email: guest, language: "nb" as const };
    await chair.call(invite, { params: { organisation }, body });

    const proof = await prove(guest);
    const wish = { kind: "access" } as const;
    const wrong = { code: proof.code, digits: proof.digits === "000000" ? "111111" : "000000" };
    const { nobody } = house;
    assert.equal(
      await refusal(nobody.call(makeAddressRequest, { body: { ...wrong, wish } })),
      "wrong-code",
    );
    const made = await nobody.call(makeAddressRequest, { body: { ...proof, wish } });
    assert.equal(made.requests.length, 1);
    await house.letter(guest, /mottatt henvendelse/);

    // Nothing before it is decided.
    const id = await requestOf(made.requests[0]?.number ?? 0);
    const early = await fetchByAddress({ ...(await prove(guest)), request: id });
    assert.equal(await codeOf(early), "no-file");
    const params = { organisation, request: id };
    await chair.call(decideRequest, { params, body: { decision: "granted" } });
    const { text } = await house.letter(guest, /^Svar på/);
    assert.match(text, new RegExp(`${house.url}/privacy/file\\?request=${id}`));

    const right = await prove(guest);
    const answer = await fetchByAddress({ ...right, request: id });
    const { data, page } = await readCopy(house.nobody, answer);
    assert.deepEqual(
      rowsOf(data, "access.invitations").map(({ email }) => email),
      [guest],
    );
    assert.doesNotMatch(page + JSON.stringify(data), /Kari|Ingrid|Nordlie/);
    // A code counts once, and another's address opens nothing.
    assert.equal(await codeOf(await fetchByAddress({ ...right, request: id })), "wrong-code");
    const other = await prove("en.annen@eksempel.example");
    assert.equal(await codeOf(await fetchByAddress({ ...other, request: id })), "not-found");
    const { trail } = await chair.call(readDeskRequest, { params });
    assert.equal(trail.filter(({ step }) => step === "downloaded").length, 1);
  });

  test("for a caller it stands how the identity was checked, and more proof can be asked for", async () => {
    const found = await chair.call(people, {
      params: { organisation },
      query: { search: "Per Vangen" },
    });
    const { id } = await chair.call(enterRequest, {
      params: { organisation },
      body: {
        person: found.items[0]?.id ?? "",
        identityCheck: "called-back",
        language: "nb",
        wish: { kind: "access" },
      },
    });
    const params = { organisation, request: id };
    await chair.call(askProof, { params, body: { wanted: "Vis legitimasjon hos vaktmesteren." } });
    const address = found.items[0]?.email ?? "";
    assert.match((await house.letter(address, /vite at det er deg/)).text, /Vis legitimasjon/);
    const shown = await chair.call(readDeskRequest, { params });
    assert.deepEqual([shown.made, shown.identityCheck], ["staff", "called-back"]);
    assert.ok(shown.trail.some(({ step }) => step === "proof-asked"));
    const per = await house.as("per");
    assert.equal(await codeOf(await fetchCopy(per, id)), "no-file");
    await chair.call(decideRequest, { params, body: { decision: "granted" } });
    await readCopy(per, await fetchCopy(per, id));
  });

  test("for a caller without an e-mail address the officer downloads the copy to hand over; nobody else's", async () => {
    const { id: person } = await chair.call(addPerson, {
      params: { organisation },
      body: { name: "Gudrun Uten", phone: "+4740000555" },
    });
    const enter = async (who: string) => {
      const { id } = await chair.call(enterRequest, {
        params: { organisation },
        body: {
          person: who,
          identityCheck: "known-in-person",
          language: "sv",
          wish: { kind: "access" },
        },
      });
      return { organisation, request: id };
    };
    const copyFor = async (client: Client, params: { organisation: string; request: string }) =>
      await client.fetch(pathOf(deskFile, { params }));

    await behind("update identity.sessions set created_at = now()");
    const params = await enter(person);
    assert.equal(await codeOf(await copyFor(chair, params)), "no-file");
    await chair.call(decideRequest, { params, body: { decision: "granted" } });
    assert.equal((await chair.call(readDeskRequest, { params })).can.handOver, true);
    assert.equal((await copyFor(kari, params)).status, 403);
    const { page, data } = await readCopy(chair, await copyFor(chair, params));
    assert.match(page, /<html lang="sv">/);
    assert.equal(rowsOf(data, "kernel.memberships")[0]?.["name"], "Gudrun Uten");
    const { trail } = await eventually("the trail", async () => {
      const shown = await chair.call(readDeskRequest, { params });
      return shown.trail.some(({ step }) => step === "downloaded") && shown;
    });
    const handed = trail.find(({ step }) => step === "downloaded");
    assert.equal(handed?.by, "privacy-officer");

    await behind("update identity.sessions set created_at = now() - interval '16 minutes'");
    assert.equal(await codeOf(await copyFor(chair, params)), "sign-in-again");
    await behind("update identity.sessions set created_at = now()");

    // Removed meanwhile: what is left would be the account's, which is not the organisation's.
    await chair.call(removePerson, { params: { organisation, person } });
    assert.equal(await codeOf(await copyFor(chair, params)), "copy-is-theirs");
    // Whoever has an address fetches it by that.
    const found = await chair.call(people, {
      params: { organisation },
      query: { search: "Kari Nordlie" },
    });
    const hers = await enter(found.items[0]?.id ?? "");
    await chair.call(decideRequest, { params: hers, body: { decision: "granted" } });
    assert.equal((await chair.call(readDeskRequest, { params: hers })).can.handOver, false);
    assert.equal(await codeOf(await copyFor(chair, hers)), "copy-is-theirs");
  });

  async function requestOf(number: number): Promise<string> {
    const { owner } = house;
    const { rows } = await owner.query<{ id: string }>(
      "select id from kernel.requests where number = $1",
      [number],
    );
    return rows[0]?.id ?? "";
  }
});
