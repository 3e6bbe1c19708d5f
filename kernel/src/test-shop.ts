import type { Generated } from "kysely";
import type { Activity, Processing } from "./declare.ts";
import { declareTable } from "./declare.ts";
import { text } from "./words.ts";

/** A module of the tests' own with every way to erase: rights are carried out for any module. */
export const shopSql = `
  create schema shop;
  grant usage on schema shop to terskel_app;
  create table shop.receipts (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references kernel.organisations on delete cascade,
    member_id uuid,
    buyer text not null,
    paid_at timestamptz not null,
    foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id)
      on delete set null (member_id)
  );
  create index on shop.receipts (paid_at);
  -- A mere link: what was done with the card leads to the person through it only.
  create table shop.cards (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references kernel.organisations on delete cascade,
    member_id uuid not null,
    foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
  );
  create table shop.visits (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references kernel.organisations on delete cascade,
    card_id uuid,
    at timestamptz not null default now()
  );
  create index on shop.visits (at);
  create table shop.notes (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null references kernel.organisations on delete cascade,
    about uuid,
    author uuid,
    address text,
    said text not null,
    foreign key (organisation_id, about) references kernel.memberships (organisation_id, id) on delete cascade,
    foreign key (organisation_id, author) references kernel.memberships (organisation_id, id)
      on delete set null (author)
  );
  do $$ declare name text; begin
    foreach name in array array['receipts', 'cards', 'visits', 'notes'] loop
      execute format('alter table shop.%I enable row level security, force row level security', name);
      execute format('create policy tenant on shop.%I using (organisation_id = kernel.organisation())', name);
    end loop;
  end $$;
  grant select, insert, update, delete on all tables in schema shop to terskel_app;
`;

type Receipts = {
  id: Generated<string>;
  organisation_id: string;
  member_id: string | null;
  buyer: string;
  paid_at: Date;
};
type Cards = { id: Generated<string>; organisation_id: string; member_id: string };
type Visits = {
  id: Generated<string>;
  organisation_id: string;
  card_id: string | null;
  at: Generated<Date>;
};
type Notes = {
  id: Generated<string>;
  organisation_id: string;
  about: string | null;
  author: string | null;
  address: string | null;
  said: string;
};

const activity: Activity = {
  id: "shop.sell",
  purpose: { nb: "Selge", sv: "Sälja", en: "Sell" },
  basis: "contract",
  controller: "organisation",
  subjects: ["member"],
  sources: ["the person"],
  recipients: ["the person"],
  promises: [],
};
const member = { who: "member", references: "kernel.memberships.id" } as const;

export const shopProcessing: Processing = {
  module: "shop",
  schemas: ["shop"],
  activities: [
    activity,
    { ...activity, id: "shop.keep-books", basis: "legal-obligation" },
    {
      ...activity,
      id: "shop.advertise",
      basis: "legitimate-interest",
      interest: { nb: "Salg", sv: "Försäljning", en: "Sales" },
      objection: "direct-marketing",
    },
  ],
  tables: [
    declareTable<Receipts>()({
      table: "shop.receipts",
      title: text("Kvitteringer", "Kvitton", "Receipts"),
      words: {
        buyer: text("Kjøper", "Köpare", "Buyer"),
        paid_at: text("Betalt", "Betalt", "Paid"),
      },
      subjects: [{ ...member, column: "member_id" }],
      columns: {
        id: ["technical"],
        organisation_id: ["membership", "shop.sell"],
        member_id: ["pseudonym", "shop.sell"],
        buyer: ["name", "shop.sell", "shop.keep-books"],
        paid_at: ["time", "shop.sell", "shop.keep-books"],
      },
      keep: { kind: "law", law: "bookkeeping-primary", after: "paid_at" },
      erase: {
        kind: "lock",
        law: "bookkeeping-primary",
        after: "paid_at",
        for: "shop.keep-books",
      },
    }),
    declareTable<Cards>()({
      table: "shop.cards",
      title: text("Kort", "Kort", "Cards"),
      subjects: [{ ...member, column: "member_id" }],
      columns: {
        id: ["pseudonym", "shop.sell"],
        organisation_id: ["membership", "shop.sell"],
        member_id: ["pseudonym", "shop.sell"],
      },
      keep: { kind: "with", column: "member_id", table: "kernel.memberships" },
      erase: { kind: "delete" },
    }),
    declareTable<Visits>()({
      table: "shop.visits",
      title: text("Besøk", "Besök", "Visits"),
      words: { card_id: text("Kort", "Kort", "Card") },
      subjects: [
        {
          who: "member",
          column: "card_id",
          references: "shop.cards.id",
          onward: { column: "member_id", references: "kernel.memberships.id" },
        },
      ],
      columns: {
        id: ["pseudonym", "shop.sell"],
        organisation_id: ["membership", "shop.sell"],
        card_id: ["pseudonym", "shop.sell"],
        at: ["access-history", "shop.sell"],
      },
      keep: { kind: "period", after: "at", days: 30 },
      erase: { kind: "unlink" },
    }),
    declareTable<Notes>()({
      table: "shop.notes",
      title: text("Notater", "Anteckningar", "Notes"),
      words: {
        about: text("Om", "Om", "About"),
        author: text("Av", "Av", "By"),
        said: text("Notat", "Anteckning", "Note"),
      },
      subjects: [
        { ...member, column: "about" },
        {
          ...member,
          column: "author",
          erase: { kind: "anonymise", columns: ["author"] },
          sees: ["organisation_id", "author"],
        },
        { who: "visitor", column: "address" },
      ],
      columns: {
        id: ["technical"],
        organisation_id: ["membership", "shop.sell"],
        about: ["pseudonym", "shop.sell", "shop.advertise"],
        author: ["pseudonym", "shop.sell"],
        address: ["contact", "shop.sell", "shop.advertise"],
        said: ["note", "shop.sell"],
      },
      keep: { kind: "while", lives: "agreement" },
      erase: { kind: "delete" },
    }),
  ],
};
