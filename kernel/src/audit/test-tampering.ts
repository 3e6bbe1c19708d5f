import { kari, ola } from "../erasure/test-house.ts";

const set = (what: string, number: number) =>
  `update kernel.audit_entries set ${what} where number = ${number}`;
export const content = (what: string, number: number) =>
  `update kernel.audit_contents set ${what} where id = (select id from kernel.audit_entries where number = ${number})`;
const of = (table: string, number: number) =>
  `delete from kernel.${table} where id = (select id from kernel.audit_entries where number = ${number})`;
/** What whoever owns the tables does to a chain of six, and the first entry that is then not proved. */
export const tampering: readonly [
  string,
  string,
  { number: number; wrong: string; at?: number },
][] = [
  [
    "what an entry says was done",
    content("action = 'trial.other'", 4),
    { number: 4, wrong: "content" },
  ],
  ["who did it", content(`member_id = '${kari}'`, 4), { number: 4, wrong: "content" }],
  ["whom it was about", content(`about_member_id = '${ola}'`, 4), { number: 4, wrong: "content" }],
  [
    "when its time is up",
    content("at = at - interval '4 years'", 4),
    { number: 4, wrong: "content" },
  ],
  [
    "who did it, taken out",
    content("member_id = null, actor_salt = null", 4),
    { number: 4, wrong: "content-missing" },
  ],
  ["its content, taken out", of("audit_contents", 4), { number: 4, wrong: "content-missing" }],
  ["a link", set("link = 'x' || link", 3), { number: 3, wrong: "link" }],
  ["when it was done", set("at = at - interval '1 day'", 5), { number: 5, wrong: "link" }],
  ["its digest", set("digest = 'x'", 5), { number: 5, wrong: "link" }],
  [
    "one taken out of the middle",
    `${of("audit_contents", 4)}; ${of("audit_entries", 4)}`,
    { number: 4, wrong: "missing" },
  ],
  [
    "one taken out and the others moved up",
    `${of("audit_entries", 4)};
    update kernel.audit_entries set number = number + 100 where number > 4;
    update kernel.audit_entries set number = number - 101 where number > 100`,
    { number: 4, wrong: "link" },
  ],
  ["the first taken out", of("audit_entries", 1), { number: 1, wrong: "missing" }],
  [
    "the end cut off",
    `${of("audit_entries", 6)}; ${of("audit_entries", 5)}`,
    { number: 5, wrong: "cut" },
  ],
  [
    "everything taken out",
    "delete from kernel.audit_entries; delete from kernel.audit_contents",
    { number: 1, wrong: "cut" },
  ],
  [
    "one put in between",
    `update kernel.audit_entries set number = number + 100 where number >= 3;
    update kernel.audit_entries set number = number - 99 where number > 100;
    insert into kernel.audit_entries (id, at, digest, number, link) values (uuidv7(), now(), 'x', 3, 'y')`,
    { number: 3, wrong: "moved", at: 4 },
  ],
  [
    "two in another order",
    `${set("number = 99", 3)}; ${set("number = 3", 4)}; ${set("number = 4", 99)}`,
    { number: 3, wrong: "moved", at: 4 },
  ],
];
