import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@terskel/platform/i18n";
import { texts } from "./messages/index.ts";
import { readSheet } from "./sheet.ts";
import { importTemplate, templateRows } from "./template.ts";

for (const language of languages) {
  test(`the ${language} template reads as it is meant, every column used`, async () => {
    const { text } = importTemplate(language);
    const country = language === "sv" ? "SE" : "NO";
    const setting = { country, timeZone: "Europe/Oslo" } as const;
    const sheet = await readSheet(Buffer.from(text), setting, texts[language]);
    assert.deepEqual(sheet.errors, []);
    assert.equal(sheet.facts.length, 2);
    assert.ok(sheet.columns.fields.every((field) => field !== undefined));
    assert.equal(sheet.columns.headers.length, templateRows(language)[0]?.length);
    assert.equal(sheet.facts[1]?.role, "user");
    assert.equal(sheet.facts[1]?.until?.toISOString(), "2027-12-31T23:00:00.000Z");
  });
}
