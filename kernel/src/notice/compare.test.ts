import assert from "node:assert/strict";
import { test } from "node:test";
import type { Activity, Column, Processing, TableDeclaration } from "../declare.ts";
import { shopProcessing } from "../test-shop.ts";
import { kernelProcessing } from "../processing.ts";
import { text } from "../words.ts";
import { compareNotices } from "./compare.ts";
import { noticeOf } from "./facts.ts";
import type { Publisher } from "./facts.ts";
import { showNotice } from "./page.ts";
import { textsOf } from "./texts/index.ts";

const publisher = (kind: Publisher["kind"], name: string): Publisher => ({
  id: "0190b6a0-0000-7000-8000-000000000001",
  kind,
  party: { name, number: "310020028", country: "NO", privacy: {} },
  words: {},
});
const operator = publisher("operator", "The operator");

const noticeFor = (shop: Processing, kind: Publisher["kind"] = "shop") =>
  noticeOf([kernelProcessing, shop], publisher(kind, "The organisation"), operator);
const pageFor = (shop: Processing, kind: Publisher["kind"] = "shop") =>
  showNotice({
    facts: noticeFor(shop, kind),
    language: "en",
    texts: textsOf.en,
    authorities: [{ name: "Datatilsynet", site: "https://www.datatilsynet.no" }],
  });

const withTable = (table: string, change: (declared: TableDeclaration) => TableDeclaration) => ({
  ...shopProcessing,
  tables: shopProcessing.tables.map((each) => (each.table === table ? change(each) : each)),
});
const withActivity = (id: string, change: (declared: Activity) => Activity) => ({
  ...shopProcessing,
  activities: shopProcessing.activities.map((each) => (each.id === id ? change(each) : each)),
});

/** What changed, as `kind from`, and whether anybody has to be told first. */
function verdict(after: Processing, before: Processing = shopProcessing) {
  const changes = compareNotices(noticeFor(before), noticeFor(after));
  return {
    said: changes.map(({ kind, from }) => `${kind} ${from}`),
    material: changes.some((each) => each.material),
  };
}

test("what did not change is no change", () => {
  assert.deepEqual(verdict(shopProcessing), { said: [], material: false });
});

test("a column with a new label is on the page, and material; without one it is not", () => {
  const add = (column: Column) =>
    withTable("shop.visits", (table) => ({
      ...table,
      columns: { ...table.columns, face: column },
    }));
  const after = add(["picture", "shop.sell"]);
  assert.deepEqual(verdict(after), { said: ["label-added shop.sell.labels"], material: true });
  const told = /data-from="shop\.sell\.data">[^<]*picture/i;
  assert.doesNotMatch(pageFor(shopProcessing), told);
  assert.match(pageFor(after), told);
  assert.equal(verdict(add(["technical"])).material, false);
});

test("a longer keeping is material, a shorter one is not, and the page says the new one", () => {
  const keep = (days: number) =>
    withTable("shop.visits", (table) => ({
      ...table,
      keep: { kind: "period", after: "at", days },
    }));
  const longer = verdict(keep(400), keep(30));
  assert.deepEqual(longer, { said: ["kept-longer shop.visits.keep"], material: true });
  assert.deepEqual(verdict(keep(10), keep(30)), {
    said: ["kept-shorter shop.visits.keep"],
    material: false,
  });
  assert.match(pageFor(keep(400)), /400 days after /);
});

test("a new recipient is material, one less is not", () => {
  const more = withActivity("shop.sell", (activity) => ({
    ...activity,
    recipients: [...activity.recipients, "SMS provider"],
  }));
  assert.deepEqual(verdict(more), {
    said: ["recipient-added shop.sell.recipients"],
    material: true,
  });
  assert.equal(verdict(shopProcessing, more).material, false);
  assert.match(pageFor(more), /the SMS provider/);
});

test("another basis or another role is material", () => {
  const basis = withActivity("shop.sell", (activity) => ({ ...activity, basis: "consent" }));
  assert.deepEqual(verdict(basis), { said: ["basis-changed shop.sell.basis"], material: true });
  assert.match(pageFor(basis), /These purposes rest on your consent/);
  assert.doesNotMatch(pageFor(basis), /Nothing rests on your consent/);
  const role = withActivity("shop.sell", (activity) => ({ ...activity, controller: "operator" }));
  assert.deepEqual(verdict(role), { said: ["role-changed shop.sell.controller"], material: true });
});

test("a new purpose is material, and one that ends is not", () => {
  const sell = shopProcessing.activities.find(({ id }) => id === "shop.sell");
  assert.ok(sell);
  const lend = { ...sell, id: "shop.lend", purpose: text("Låne ut", "Låna ut", "Lend") };
  const more = { ...shopProcessing, activities: [...shopProcessing.activities, lend] };
  assert.deepEqual(verdict(more), { said: ["purpose-added shop.lend"], material: true });
  assert.deepEqual(verdict(shopProcessing, more), {
    said: ["purpose-removed shop.lend"],
    material: false,
  });
});

test("other words for a purpose are no material change", () => {
  const worded = withActivity("shop.sell", (activity) => ({
    ...activity,
    purpose: text("Selge varer", "Sälja varor", "Sell goods"),
  }));
  assert.deepEqual(verdict(worded), { said: ["words-changed shop.sell.purpose"], material: false });
});

test("another telephone number and other words of its own stand side by side, and are not material", () => {
  const facts = noticeFor(shopProcessing);
  const said = (text: string) => ({ nb: text, sv: text, en: text });
  const having = (phone: string, about: string) => ({
    ...facts,
    controller: { ...facts.controller, phone },
    words: { about: said(about) },
  });
  const changes = compareNotices(having("+4722000020", "Old"), having("+4722000029", "New"));
  assert.deepEqual(
    changes.map(({ kind, material, before, after }) => [kind, material, before?.en, after?.en]),
    [
      ["contact-changed", false, "+47 22 00 00 20", "+47 22 00 00 29"],
      ["words-changed", false, "Old", "New"],
    ],
  );
});

test("a machine that begins to decide alone is material, and the page says so", () => {
  const decides = withActivity("shop.sell", (activity) => ({
    ...activity,
    decidesAlone: text("Kreditt avslås", "Kredit avslås", "Credit is refused by score"),
  }));
  assert.deepEqual(verdict(decides), {
    said: ["machine-decides shop.sell.decidesAlone"],
    material: true,
  });
  assert.match(pageFor(decides), /decided by a machine alone:[^]*Credit is refused by score/);
  assert.doesNotMatch(pageFor(decides), /No machine decides alone/);
});

test("an organisation with other roles gets another notice from the same declarations", () => {
  // An employer decides on its own phones; the operator markets for itself (Art. 4(7)).
  const employer = withActivity("shop.sell", (activity) => ({
    ...activity,
    groundOf: {
      employer: { basis: "legal-obligation", controller: "organisation" },
      shop: {
        basis: "legitimate-interest",
        interest: text("A", "B", "To sell"),
        controller: "operator",
      },
    },
  }));
  const of = (kind: Publisher["kind"]) =>
    noticeFor(employer, kind).purposes.find(({ from }) => from === "shop.sell");
  assert.partialDeepStrictEqual(of("employer"), { basis: "legal-obligation", role: "processor" });
  assert.partialDeepStrictEqual(of("shop"), {
    basis: "legitimate-interest",
    role: "controller",
    interest: { en: "To sell" },
  });
  assert.match(pageFor(employer, "shop"), /The interest: To sell/);
  assert.doesNotMatch(pageFor(employer, "employer"), /The interest: To sell/);
});
