import assert from "node:assert/strict";
import { test } from "node:test";
import type { Handover } from "@terskel/kernel";
import sharp from "sharp";
import { versionOf } from "../picture.ts";
import { readSections } from "./sections.ts";
import type { Here } from "./sections.ts";

const fileOf = (account: object, image?: unknown) =>
  ({
    data: {
      tables: [
        { table: "identity.persons", rows: [account] },
        ...(image === undefined ? [] : [{ table: "identity.pictures", rows: [{ image }] }]),
      ],
    },
  }) as unknown as Handover;

const here: Here = {
  name: "Kari Nordlie",
  language: "nb",
  email: "kari@example.org",
  phone: null,
  hasEid: false,
  sms: true,
  pictureVersion: undefined,
  before: [],
};

async function states(account: object, change: Partial<Here> = {}, image?: unknown) {
  const sections = await readSections(fileOf(account, image), { ...here, ...change });
  return Object.fromEntries(sections.map(({ section, state, why }) => [section, why ?? state]));
}

test("what a person may write themselves is taken; an address waits for its code", async () => {
  const account = {
    name: "Kari Nord",
    language: "sv",
    email: "KARI@ny.example",
    phone: "40000101",
  };
  const sections = await readSections(fileOf(account), here);
  assert.deepEqual(sections, [
    { section: "name", there: "Kari Nord", here: "Kari Nordlie", state: "takes" },
    { section: "language", there: "sv", here: "nb", state: "takes" },
    { section: "email", there: "kari@ny.example", here: "kari@example.org", state: "needs-code" },
    { section: "phone", there: "+4740000101", state: "needs-code" },
  ]);
});

test("what stands here already is the same, and what is not in the file is not spoken of", async () => {
  assert.deepEqual(await states({ name: "Kari Nordlie", email: "kari@example.org" }), {
    name: "same",
    email: "same",
  });
  assert.deepEqual(await states({}), {});
});

test("a name that an eID gave here stays; without an SMS gateway a number cannot be proved", async () => {
  const change = { hasEid: true, sms: false };
  assert.deepEqual(await states({ name: "Kari Nord", phone: "+4740000101" }, change), {
    name: "name-from-eid",
    phone: "no-sms",
  });
});

test("what was taken over from the file before is not taken again", async () => {
  const change = { before: ["name"] };
  assert.deepEqual(await states({ name: "Kari Nord", language: "sv" }, change), {
    name: "taken",
    language: "takes",
  });
});

test("what this installation would refuse from the person it refuses from the file too", async () => {
  // A synthetic number of the Norwegian tax administration's test series.
  for (const name of ["Kari 01819099940", "", "x".repeat(121), "Kari\0", "\ud800", 7, null, {}]) {
    assert.deepEqual(await states({ name }), { name: "not-valid" }, JSON.stringify(name));
  }
  const account = { language: "fi", email: "not an address", phone: "1234" };
  assert.deepEqual(await states(account), {
    language: "not-valid",
    email: "not-valid",
    phone: "not-valid",
  });
});

test("a picture is made anew here; what is no picture is told as that", async () => {
  const red = { width: 40, height: 30, channels: 3, background: "red" } as const;
  const webp = await sharp({ create: red }).withMetadata({ density: 300 }).webp().toBuffer();
  const image = webp.toString("base64");
  const [picture] = await readSections(fileOf({}, image), here);
  assert.equal(picture?.state, "takes");
  const size = await sharp(picture?.image).metadata();
  assert.deepEqual([size.width, size.height, size.density], [512, 512, undefined]);
  const pictureVersion = versionOf(picture?.image ?? Buffer.alloc(0));
  assert.deepEqual(await states({}, { pictureVersion }, image), { picture: "same" });
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>").toString("base64");
  for (const wrong of ["AAAA", svg, 7]) {
    assert.deepEqual(await states({}, {}, wrong), { picture: "not-valid" });
  }
});
