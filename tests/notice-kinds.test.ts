import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addSite } from "@terskel/access/api/places";
import { addUnit } from "@terskel/access/api/units";
import { addOrganisation } from "@terskel/identity/api/operator";
import { lacking, readable } from "./support/notice-page.ts";
import { refusal, startHouse } from "./promises/people.ts";
import type { House } from "./promises/people.ts";

let house: House;
/** By kind. */
const ids: Record<string, string> = {};
before(async () => {
  house = await startHouse();
  const nora = await house.as("nora");
  const add = async (
    name: string,
    number: string,
    kind: "shop" | "employer",
    country: "NO" | "SE",
  ) => {
    const administrator = { name: "Siv Ny", email: `siv@${kind}.example` };
    await nora.call(addOrganisation, { body: { name, number, country, kind, administrator } });
  };
  await add("Hjørnet Dagligvare AS", "123456785", "shop", "NO");
  await add("Nyby Industri AS", "987654325", "employer", "NO");
  const { rows } = await house.owner.query<{ id: string; kind: string }>(
    "select id, kind from kernel.organisations",
  );
  for (const { id, kind } of rows) ids[kind] = id;
});
after(async () => await house.stop());

const pageOf = async (kind: string, language = "en") =>
  await (await fetch(`${house.url}/notices/${ids[kind]}?lang=${language}`)).text();

type Told = { basis?: string | undefined; text: string };
/** What the table says of each purpose, by the declaration that it names. */
async function purposesOf(kind: string): Promise<Map<string, Told>> {
  const html = await pageOf(kind);
  const rows = html.matchAll(
    /<(tr|span) data-from="([\w.-]+)">(<td[^]*?<\/tr>|<strong[^]*?<\/li>)/g,
  );
  return new Map(
    [...rows].map(([, , from = "", row = ""]) => {
      const basis = /data-item="legal-basis"[^>]*>([^<]*)/.exec(row)?.[1];
      return [from, { basis, text: readable(row) }];
    }),
  );
}

describe("a notice tells what an organisation of its kind does", () => {
  test("an operator's tells of its customers, its marketing and sign-in, and of no doors; a customer's the other way round", async () => {
    const operator = await purposesOf("operator");
    for (const purpose of ["customers.marketing", "identity.prevent-misuse", "kernel.bind-staff"])
      assert.ok(operator.has(purpose), purpose);
    assert.deepEqual(
      [...operator.keys()].filter((from) => from.startsWith("access.")),
      [],
    );
    assert.doesNotMatch(readable(await pageOf("operator")), /lease|resident|demo|which door/i);
    for (const kind of ["housing", "office", "shop", "employer"]) {
      const its = await purposesOf(kind);
      assert.ok(its.has("access.read-door-log"), kind);
      assert.ok(!its.has("customers.marketing") && !its.has("kernel.bind-staff"), kind);
    }
  });

  test("homes and leases stand in a housing cooperative's, and nowhere in a shop's or an employer's", async () => {
    const has = async (kind: string) => (await pageOf(kind)).includes('data-from="access.tenants"');
    assert.deepEqual(await Promise.all(["housing", "office", "shop", "employer"].map(has)), [
      true,
      true,
      false,
      false,
    ]);
    for (const kind of ["shop", "employer"])
      assert.doesNotMatch(readable(await pageOf(kind)), /lease|tenant|resident|lives/i);
    assert.match(readable(await pageOf("housing")), /Residents, tenants/);
    assert.match(readable(await pageOf("employer")), /Employees/);
  });

  test("giving access rests on the agreement where people live, and on an interest where they work", async () => {
    const basis = async (kind: string) =>
      (await purposesOf(kind)).get("access.administer-grants")?.basis;
    assert.match((await basis("housing")) ?? "", /contract/i);
    for (const kind of ["office", "shop", "employer"])
      assert.match((await basis(kind)) ?? "", /legitimate interest/i);
    const interest = async (kind: string) =>
      (await purposesOf(kind)).get("access.read-door-log")?.text ?? "";
    assert.match(await interest("housing"), /residents' safety/);
    assert.match(await interest("employer"), /people and property at the workplace/);
    assert.match(await interest("shop"), /goods and shop/);
  });

  test("nothing rests on an employee's consent, and the notice says what the law asks of control at work", async () => {
    const decided = [...(await purposesOf("employer"))].filter(([, { basis }]) =>
      /consent/i.test(basis ?? ""),
    );
    // Counting pages is the operator's, on the device, and nothing of the employer's.
    assert.deepEqual(
      decided.map(([from]) => from),
      ["kernel.measure-use"],
    );
    assert.match(readable(await pageOf("employer", "nb")), /arbeidsmiljøloven § 9-1 og § 9-2/);
    assert.doesNotMatch(readable(await pageOf("housing", "nb")), /arbeidsmiljøloven/);
  });

  test("all 21 items are there for each kind, in three languages", async () => {
    for (const kind of Object.keys(ids))
      for (const language of ["nb", "sv", "en"] as const)
        assert.deepEqual(
          lacking(await pageOf(kind, language), language),
          [],
          `${kind} ${language}`,
        );
  });
});

describe("what the notice leaves out cannot be done", () => {
  test("an operator is refused a site, and an employer a unit, with the reason", async () => {
    const nora = await house.as("nora");
    const body = { name: "Kontoret", address: "Storgata 1", timeZone: "Europe/Oslo" } as const;
    const at = (kind: string) => ({ params: { organisation: ids[kind] ?? "" } });
    assert.equal(
      await refusal(nora.call(addSite, { ...at("operator"), body: { ...body } })),
      "not-for-this-kind",
    );
    const siv = await house.asOwnerOf("siv@employer.example");
    const { id: site } = await siv.call(addSite, { ...at("employer"), body: { ...body } });
    assert.equal(
      await refusal(siv.call(addUnit, { ...at("employer"), body: { site, name: "H0101" } })),
      "not-for-this-kind",
    );
  });
});
