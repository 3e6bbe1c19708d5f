import type { Text } from "@terskel/platform/i18n";
import { z } from "zod";
import { laws } from "../laws.ts";
import type { LawId } from "../laws.ts";
import { labels as labelTexts } from "../labels.ts";
import type { Label } from "../labels.ts";
import { words } from "./shape.ts";
import { countryName } from "./country-name.ts";
import { contactSides, wordSides } from "./compare-details.ts";
import type { NoticeFacts, Purpose, ToldKeep } from "./shape.ts";

/** What can change, and whether people have to be told before it does. */
const material = {
  "purpose-added": true,
  "purpose-removed": false,
  "basis-changed": true,
  "interest-changed": true,
  "role-changed": true,
  "label-added": true,
  "label-removed": false,
  "recipient-added": true,
  "recipient-removed": false,
  "supplier-added": true,
  "supplier-removed": false,
  "country-added": true,
  "source-added": true,
  "source-removed": false,
  "data-added": true,
  "data-removed": false,
  "kept-longer": true,
  "kept-shorter": false,
  "machine-decides": true,
  "contact-changed": false,
  "words-changed": false,
} as const;
type Kind = keyof typeof material;

export const change = z.strictObject({
  kind: z.enum(Object.keys(material) as [Kind, ...Kind[]]),
  material: z.boolean(),
  /** The declaration that changed. */
  from: z.string(),
  /** What it is about: a purpose, or a kind of data. */
  about: words,
  before: words.optional(),
  after: words.optional(),
});
export type Change = z.output<typeof change>;

const make = (kind: Kind, from: string, about: Text, more: Partial<Change> = {}): Change => ({
  kind,
  material: material[kind],
  from,
  about,
  ...more,
});

/** A word that is the same in every language, such as a code that the page puts into words. */
const plainly = (code: string): Text => ({ nb: code, sv: code, en: code });

/**
 * What `after` says otherwise than `before`, from the declarations of both. Pure: whether it is material
 * follows from what changed, and from nothing that anybody wrote.
 */
export function compareNotices(before: NoticeFacts, after: NoticeFacts): Change[] {
  const was = new Map(before.purposes.map((each) => [each.from, each]));
  const is = new Map(after.purposes.map((each) => [each.from, each]));
  const given = (kind: Kind, from: string, sides: Partial<Change> | undefined) =>
    sides ? [make(kind, from, plainly(after.controller.name), sides)] : [];
  return [
    ...after.purposes.flatMap((purpose) => {
      const old = was.get(purpose.from);
      return old
        ? comparePurposes(old, purpose)
        : [make("purpose-added", purpose.from, purpose.purpose)];
    }),
    ...before.purposes
      .filter(({ from }) => !is.has(from))
      .map(({ from, purpose }) => make("purpose-removed", from, purpose)),
    ...compareData(before, after),
    ...compareSuppliers(before, after),
    ...given("contact-changed", "kernel.notice_details", contactSides(before, after)),
    ...given("words-changed", "kernel.notice_details.words", wordSides(before, after)),
  ];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function comparePurposes(before: Purpose, after: Purpose): Change[] {
  const { from, purpose } = after;
  const told = (kind: Kind, field: string, more: Partial<Change> = {}) =>
    make(kind, `${from}.${field}`, purpose, more);
  const codes = (
    field: "labels" | "recipients" | "sources",
    [added, removed]: [Kind, Kind],
    inWords: (code: string) => Text,
  ) => [
    ...after[field]
      .filter((code) => !before[field].includes(code))
      .map((code) => told(added, field, { after: inWords(code) })),
    ...before[field]
      .filter((code) => !after[field].includes(code))
      .map((code) => told(removed, field, { before: inWords(code) })),
  ];
  const roles = [before, after].map(({ role, controller }) => `${role} ${controller}`);
  const usesAll = after.usesAll !== undefined && before.usesAll === undefined;
  return [
    ...(before.basis === after.basis
      ? []
      : [
          told("basis-changed", "basis", {
            before: plainly(before.basis),
            after: plainly(after.basis),
          }),
        ]),
    ...(before.basis === after.basis && !same(before.interest, after.interest)
      ? [
          told("interest-changed", "interest", {
            ...(before.interest ? { before: before.interest } : {}),
            ...(after.interest ? { after: after.interest } : {}),
          }),
        ]
      : []),
    ...(roles[0] === roles[1]
      ? []
      : [
          told("role-changed", "controller", {
            before: plainly(before.role),
            after: plainly(after.role),
          }),
        ]),
    ...codes("labels", ["label-added", "label-removed"], (code) => labelTexts[code as Label].text),
    ...(usesAll ? [told("label-added", "usesEveryColumn")] : []),
    ...codes("recipients", ["recipient-added", "recipient-removed"], plainly),
    ...codes("sources", ["source-added", "source-removed"], plainly),
    ...(startsToDecide(before, after) ? [told("machine-decides", "decidesAlone")] : []),
    ...(same(before.purpose, after.purpose)
      ? []
      : [told("words-changed", "purpose", { before: before.purpose, after: after.purpose })]),
  ];
}

const startsToDecide = (before: Purpose, after: Purpose) =>
  (after.decidesAlone !== undefined && before.decidesAlone === undefined) ||
  (after.objection === "profiling" && before.objection !== "profiling");

function compareData(before: NoticeFacts, after: NoticeFacts): Change[] {
  const was = new Map(before.data.map((each) => [each.from, each]));
  const is = new Set(after.data.map(({ from }) => from));
  return [
    ...after.data.flatMap(({ from, title, keep }) => {
      const old = was.get(from);
      if (!old) return [make("data-added", from, title, { after: keep.text })];
      const longer = isLonger(old.keep, keep);
      if (longer === undefined) return [];
      const kind = longer ? ("kept-longer" as const) : ("kept-shorter" as const);
      return [make(kind, `${from}.keep`, title, { before: old.keep.text, after: keep.text })];
    }),
    ...before.data
      .filter(({ from }) => !is.has(from))
      .map(({ from, title }) => make("data-removed", from, title)),
  ];
}

/** A supplier is a recipient, and where it is is a country to which data goes. */
function compareSuppliers(before: NoticeFacts, after: NoticeFacts): Change[] {
  const countries = (of: NoticeFacts) =>
    new Set([
      ...of.suppliers.map(({ country }) => country),
      ...(of.storedIn ? [of.storedIn] : []),
      of.controller.country,
      ...(of.processor ? [of.processor.country] : []),
    ]);
  const known = countries(before);
  const has = (of: NoticeFacts, one: NoticeFacts["suppliers"][number]) =>
    of.suppliers.some(({ name, recipient }) => name === one.name && recipient === one.recipient);
  return [
    ...after.suppliers
      .filter((one) => !has(before, one))
      .map(({ from, name, recipient }) =>
        make("supplier-added", from, plainly(name), { after: plainly(recipient) }),
      ),
    ...before.suppliers
      .filter((one) => !has(after, one))
      .map(({ from, name, recipient }) =>
        make("supplier-removed", from, plainly(name), { before: plainly(recipient) }),
      ),
    ...[...countries(after)]
      .filter((country) => !known.has(country))
      .map((country) =>
        make("country-added", "kernel.suppliers.country", countryName(country), {
          after: countryName(country),
        }),
      ),
  ];
}

/** The most days that such a row can be kept; without a bound it is infinite. */
function mostDays({ kind, days, law }: ToldKeep): number {
  if (kind === "law")
    return 366 * (1 + Math.max(...Object.values(laws[law as LawId]?.years ?? {})));
  return days ?? Infinity;
}

/** Undefined: neither. From one rule without a bound to another nobody can say, so it counts as longer. */
export function isLonger(before: ToldKeep, after: ToldKeep): boolean | undefined {
  const [was, is] = [mostDays(before), mostDays(after)];
  if (was !== is) return is > was;
  return is === Infinity && before.kind !== after.kind ? true : undefined;
}
