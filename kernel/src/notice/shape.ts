import { z } from "zod";
import { noticeItems } from "./items.ts";
import type { NoticeItem } from "./items.ts";

export const words = z.strictObject({ nb: z.string(), sv: z.string(), en: z.string() });

const party = z.strictObject({
  name: z.string(),
  number: z.string(),
  country: z.enum(["NO", "SE"]),
  address: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  /** Who is asked about personal data, by title. */
  privacy: z.strictObject({
    contact: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
  }),
});

/** When rows of a kind go. `days` is the most, where there is a bound. */
export const keepFact = z.strictObject({
  kind: z.enum(["set", "period", "law", "used", "account", "agreement"]),
  days: z.number().int().optional(),
  law: z.string().optional(),
  /** The column whose time decides, and the one from which `days` count where the time stands in the row. */
  column: z.string().optional(),
  after: z.string().optional(),
  /** In a sentence. */
  text: words,
  /** In a few words, where the declaration has some. */
  when: words.optional(),
});

/** The same without its words, as the database has it (`notice_versions.keeps`). */
export const toldKeep = keepFact.omit({ text: true, when: true });

/** A kind of data about people: a table. */
const dataKind = z.strictObject({
  /** `schema.table`: the declaration that it comes from. */
  from: z.string(),
  title: words,
  labels: z.array(z.string()),
  keep: keepFact,
});

const purpose = z.strictObject({
  /** The activity: the declaration that it comes from. */
  from: z.string(),
  purpose: words,
  basis: z.enum(["consent", "contract", "legal-obligation", "legitimate-interest"]),
  interest: words.optional(),
  controller: z.enum(["organisation", "operator"]),
  /** The operator's role (Art. 4(7), (8)). */
  role: z.enum(["controller", "processor"]),
  /** Whether the data has to be given (Art. 13(2)(e)). */
  given: z.enum(["needed", "by-law", "voluntary", "not-asked"]),
  subjects: z.array(z.string()),
  sources: z.array(z.string()),
  recipients: z.array(z.string()),
  /** Of the declared labels; empty where no data is used, or all of it may be. */
  labels: z.array(z.string()),
  /** Why everything that is stored about a person may be used. */
  usesAll: words.optional(),
  /** Why nothing that is stored about a person is used. */
  usesNone: words.optional(),
  /** Kinds of data, by `from`. */
  data: z.array(z.string()),
  objection: z.enum(["direct-marketing", "profiling"]).optional(),
  decidesAlone: words.optional(),
});

const ids = Object.keys(noticeItems) as [NoticeItem, ...NoticeItem[]];

/** A notice as data: everything that is particular to one organisation, and where each of it comes from. */
export const noticeFacts = z.strictObject({
  organisation: z.strictObject({
    id: z.uuid(),
    kind: z.enum(["operator", "housing", "office", "shop", "employer"]),
  }),
  controller: party,
  /** The operator; absent in its own notice. */
  processor: party.optional(),
  words: z.strictObject({ about: words.optional(), contact: words.optional() }),
  purposes: z.array(purpose),
  data: z.array(dataKind),
  /** Who gets data outside the organisation and the operator, under an agreement in force; and where it is stored. */
  suppliers: z
    .array(
      z.strictObject({
        /** Its row of the register. */
        from: z.string(),
        name: z.string(),
        country: z.string(),
        recipient: z.string(),
        labels: z.array(z.string()),
      }),
    )
    .default([]),
  storedIn: z.string().optional(),
  /** Labels in words. */
  labels: z.record(z.string(), words),
  /** Art. 13 and 14, item by item: the article, and the declarations that it is answered from. */
  items: z.array(
    z.strictObject({
      item: z.enum(ids),
      articles: z.array(z.string()),
      from: z.array(z.string()),
    }),
  ),
});

export type NoticeFacts = z.output<typeof noticeFacts>;
export type Party = NoticeFacts["controller"];
export type Purpose = NoticeFacts["purposes"][number];
export type KeepFact = z.output<typeof keepFact>;
export type ToldKeep = z.output<typeof toldKeep>;
