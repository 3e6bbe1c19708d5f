import assert from "node:assert/strict";
import { isAscii, isUtf8 } from "node:buffer";
import { test } from "node:test";
import * as fc from "fast-check";
import { Problem } from "@terskel/platform/problems";
import { texts } from "./messages/index.ts";
import { readSheet } from "./sheet.ts";
import { csv, windows1252Letters } from "./test-files.ts";
import type { Written } from "./test-files.ts";
import { clean } from "./text.ts";

const setting = { country: "NO", timeZone: "Europe/Oslo" } as const;

const word = (letters: fc.Arbitrary<string>) =>
  fc
    .string({ unit: letters, minLength: 1, maxLength: 30 })
    .filter((text) => clean(text) === text && text !== "" && !/\d{4}/.test(text));
const person = (letters: fc.Arbitrary<string>) =>
  fc.record(
    {
      name: word(letters),
      email: fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/).map((user) => `${user}@example.no`),
      phone: fc.integer({ min: 90_000_000, max: 99_999_999 }).map((number) => `+47${number}`),
      unit: word(letters),
      groups: word(letters),
    },
    { requiredKeys: ["name"], noNullPrototype: true },
  );
/** How a file is written, and people whose letters that encoding has. */
const file = fc
  .record<Written>({
    encoding: fc.constantFrom("utf-8", "utf-8-bom", "utf-16le", "windows-1252"),
    separator: fc.constantFrom(";", ",", "\t"),
    lineEnd: fc.constantFrom("\r\n", "\n", "\r"),
    quoting: fc.constantFrom("needed", "all"),
    sep: fc.boolean(),
  })
  .chain((written) => {
    const letters =
      written.encoding === "windows-1252"
        ? fc.constantFrom(...windows1252Letters)
        : fc.oneof(
            fc.constantFrom(...windows1252Letters),
            fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
          );
    return fc.tuple(
      fc.constant(written),
      fc.array(person(letters), { minLength: 1, maxLength: 8 }),
    );
  });

test("whatever people are written in whatever way, the same people are read", async () => {
  await fc.assert(
    fc.asyncProperty(file, async ([written, people]) => {
      const rows = people.map((p) => [p.name, p.email, p.phone, p.unit, p.groups]);
      const bytes = csv(
        [
          ["Navn", "E-post", "Telefon", "Leilighet", "Gruppe"],
          ...rows.map((row) => row.map((cell) => cell ?? "")),
        ],
        written,
      );
      // Windows-1252 letters that happen to be UTF-8 ones ("Ã¥") cannot be told from them.
      fc.pre(written.encoding !== "windows-1252" || isAscii(bytes) || !isUtf8(bytes));
      const sheet = await readSheet(bytes, setting, texts.nb);
      const read = sheet.facts.map(({ row: _, ...facts }) => facts);
      assert.deepEqual(sheet.errors, []);
      assert.deepEqual(read, people);
      assert.equal(sheet.separator, written.separator);
    }),
    { numRuns: 100 },
  );
});

const mostlyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "Navn",
        "Dør",
        "Fra",
        ";",
        ",",
        "\t",
        '"',
        "\n",
        "\r\n",
        "sep=",
        "01.01.2027",
        "=",
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => Buffer.from(parts.join("")));

test("any bytes are read or refused with a problem, under a known heading too", async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    mostlyText,
    mostlyText.map((rest) =>
      Buffer.concat([Buffer.from("Navn;Dør;Fra;Til;Telefon;E-post\n"), rest]),
    ),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (some) => {
      try {
        const sheet = await readSheet(some, setting, texts.sv);
        assert.ok(sheet.rows.length > 0);
      } catch (error) {
        assert.ok(error instanceof Problem, String(error));
      }
    }),
    { numRuns: 200 },
  );
});
