import { kinds } from "../grounds.ts";
import { declareTable } from "@terskel/kernel";
import { keepTimes } from "../keep-times.ts";
import { tableWords } from "../table-words.ts";
import type { LogChanges, LogHolders, OpeningRequests, Passages } from "../tables.ts";
import { decide, logs, member, nothing, share, withAgreement, withMember } from "../uses.ts";

const count = "access.statistics";

export const logTables = [
  declareTable<LogChanges>()({
    table: "access.log_changes",
    noPersonalData:
      "That a door's interval was changed; whose passages that concerns is not in it.",
    columns: {
      door_id: ["technical"],
      organisation_id: ["technical"],
      days_before: ["technical"],
      gone_until: ["technical"],
      changed_at: ["technical"],
    },
    keep: withAgreement,
    erase: nothing,
  }),
  declareTable<OpeningRequests>()({
    table: "access.opening_requests",
    ...tableWords.openingRequests,
    subjects: [member],
    columns: {
      id: ["pseudonym", "access.open-doors"],
      organisation_id: ["membership", "access.open-doors"],
      door_id: ["access-history", "access.open-doors"],
      member_id: ["pseudonym", "access.open-doors"],
      at: ["access-history", "access.open-doors"],
      outcome: ["access-history", "access.open-doors"],
      reason: ["access-history", "access.open-doors"],
      expires_at: ["time", "access.open-doors"],
    },
    keep: { kind: "until", column: "expires_at", set: keepTimes.openingRequests },
    erase: { kind: "delete" },
  }),
  declareTable<LogHolders>()({
    table: "access.log_holders",
    kinds,
    ...tableWords.logHolders,
    subjects: [member],
    columns: {
      id: ["pseudonym", ...decide, ...logs, share],
      organisation_id: ["membership", ...decide, ...logs],
      member_id: ["pseudonym", ...decide, ...logs, share],
    },
    keep: withMember,
    // Nothing leads from the person's passages to them any more; the job access.sever-log then cuts
    // these apart from each other too.
    erase: { kind: "delete" },
  }),
  declareTable<Passages>()({
    table: "access.passages",
    ...tableWords.passages,
    subjects: [
      {
        who: "member",
        column: "holder_id",
        references: "access.log_holders.id",
        onward: { column: "member_id", references: "kernel.memberships.id" },
      },
    ],
    columns: {
      id: ["pseudonym", ...decide, ...logs, share],
      organisation_id: ["membership", ...decide, ...logs, count],
      door_id: ["access-history", ...decide, ...logs, share, count],
      holder_id: ["pseudonym", ...decide, ...logs, share, count],
      at: ["access-history", ...decide, ...logs, share, count],
      received_at: ["access-history", ...decide, ...logs, share],
      credential: ["access-history", ...decide, ...logs, share],
      access_point: ["access-history", ...decide, ...logs, share],
      outcome: ["access-history", ...decide, ...logs, share, count],
      reason: ["access-history", ...decide, ...logs, share],
      expires_at: ["time", ...decide, ...logs, share],
      // A count of many, with no holder beside it: about nobody.
      lost_since: ["technical"],
      lost_opened: ["technical"],
      lost_refused: ["technical"],
    },
    // The interval that the door's administrator has set (C5).
    keep: {
      kind: "until",
      column: "expires_at",
      droppedBy: "access.log-partitions",
      set: keepTimes.passages,
    },
    // The door was used, by nobody known any more: the holder's row goes, at once for all passages.
    erase: { kind: "unlink" },
  }),
];
