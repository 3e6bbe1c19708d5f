import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { doorPosition } from "./door-state.ts";
import { logMode, logPurpose, logReason } from "./log.ts";
import { orderInForce } from "./orders.ts";
import { unlocking } from "./unlocking.ts";
import {
  grantRole,
  inOrganisation,
  instant,
  lockState,
  namedIn,
  namedPerson,
  zonedIn,
} from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;

export const outcomes = ["opened", "refused", "unanswered", "lost"] as const;

/**
 * A passage in the log (C4). `outcome` "unanswered": the door did not answer in time; "lost": passages that
 * the door's controller had no room to keep, counted in `lost`, the last of them `at`.
 */
export const passage = z.object({
  id: access.passages("id", z.uuid()),
  /** When it happened, by the door's clock. */
  at: access.passages("at", instant),
  /** When the cloud got to know it. */
  receivedAt: access.passages("received_at", instant),
  door: zonedIn(access.doors),
  /** Absent for an unknown credential, and once the person is gone. */
  person: namedPerson.optional(),
  credential: access.passages("credential", z.string()),
  /** At the reader outside, or the one inside; absent where nobody was at one. */
  accessPoint: access.passages("access_point", z.enum(["in", "out"])).optional(),
  outcome: access.passages("outcome", z.enum(outcomes)),
  /** A reason code of the access decision. */
  reason: access.passages("reason", z.string()),
  /** When it goes: its door's interval after it happened (C5). */
  keptUntil: access.passages("expires_at", instant),
  lost: z
    .object({
      since: access.passages("lost_since", instant),
      opened: access.passages("lost_opened", z.number().int()),
      refused: access.passages("lost_refused", z.number().int()),
    })
    .optional(),
});

export const myDoors = route({
  id: "access.myDoors",
  method: "GET",
  path: `${base}/me/doors`,
  activity: "access.open-doors",
  who: "member",
  summary:
    "The doors the caller has access to, with role, start and end (C6), and whether each can open now.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      ...namedIn(access.doors).shape,
      site: zonedIn(kernel.sites),
      lock: access.doors("lock", lockState),
      position: access.doors("position", doorPosition),
      online: access.controllers("online", z.boolean()),
      openable: access.grants(["valid_from", "valid_until", "schedule_id"], z.boolean()),
      /** When it can be opened next, by a quarter of an hour, where it cannot now for its schedule; two weeks ahead at most. */
      opensAt: access.grants("schedule_id", instant).optional(),
      /** What it is under now; why is for who administers it. */
      order: orderInForce.optional(),
      /** Where a schedule unlocks it. */
      unlocking: unlocking.optional(),
      /** It opens at its reader, to two people together, and never from here. */
      twoPeople: access.doors("two_people", z.boolean()),
      /** It asks first for a proof of who one is (`/api/v1/me/proof`), which holds for two minutes. */
      stepUp: access.doors("step_up", z.boolean()),
      openSeconds: access.doors("open_seconds", z.number().int()),
      /** How many days its log is kept. */
      logDays: access.doors("log_days", z.number().int()),
      /** Does its log name people? */
      logMode: access.doors("log_mode", logMode),
      logPurpose: access.doors("log_purpose", logPurpose),
      /** Why it is kept for longer than a year. */
      logReason: access.doors("log_reason", logReason).optional(),
      grants: z.array(
        z.object({
          role: access.grants("role", grantRole),
          via: access.groups("name", z.string()).optional(),
          /** By renting that unit, as long as the lease runs. */
          asTenant: access.tenants("lease_id", z.boolean()).optional(),
          validFrom: access.grants("valid_from", instant).optional(),
          validUntil: access.grants("valid_until", instant).optional(),
          /** The hours it keeps to; absent: at any hour. */
          schedule: namedIn(access.schedules).optional(),
        }),
      ),
    }),
  ),
});

export const openDoor = route({
  id: "access.openDoor",
  method: "POST",
  path: `${base}/doors/:door/open`,
  activity: "access.open-doors",
  who: "member",
  summary:
    "Open a door. Answers within 3 seconds: opened, refused with a reason code, or unanswered.",
  params: inOrganisation.extend({ door: z.uuid() }),
  body: z.strictObject({
    /** Chosen by the caller: the same id sent again opens nothing again. */
    request: z.uuid(),
  }),
  response: z.object({
    passage: access.passages("id", z.uuid()),
    outcome: access.passages("outcome", z.enum(["opened", "refused", "unanswered"])),
    reason: access.passages("reason", z.string()),
    openSeconds: access.doors("open_seconds", z.number().int()).optional(),
    /** Until when the door is locked down, where that is the reason. */
    until: access.doorOrders("until", instant).optional(),
  }),
});

export const myPassages = route({
  id: "access.myPassages",
  method: "GET",
  path: `${base}/me/passages`,
  activity: "access.read-own-log",
  who: "member",
  summary: "The caller's own passages, newest first.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(passage),
});

/** What a search of the log goes by. `person` is a membership; `from` is in it, `until` is not. */
export const logFilter = {
  door: z.uuid().optional(),
  person: z.uuid().optional(),
  outcome: z.enum(outcomes).optional(),
  from: instant.optional(),
  until: instant.optional(),
};

type Period = { from?: string | undefined; until?: string | undefined };
export const endsAfterFrom = ({ from, until }: Period) =>
  !from || !until || Date.parse(from) < Date.parse(until);
export const atUntil = { path: ["until"], error: "ends-before-it-starts" };

export const passages = route({
  id: "access.passages",
  method: "GET",
  path: `${base}/passages`,
  activity: "access.read-door-log",
  who: "member",
  summary:
    "The log of the doors the caller administers, newest first; optionally of one door, one person, one outcome, one period.",
  params: inOrganisation,
  query: pageQuery.extend(logFilter).refine(endsAfterFrom, atUntil),
  response: pageOf(passage),
});

/** One for all organisations: over HTTP/1.1 a browser has six connections to a server, for all its tabs. */
export const livePassages = route({
  id: "access.livePassages",
  method: "GET",
  path: "/api/v1/me/live",
  activity: "access.read-door-log",
  who: "person",
  summary:
    "Server-sent events of all organisations the caller belongs to when it begins: `passage` for each new passage the caller may see (own, or of doors they administer), `lock` when the lock, the leaf or the connection of a door the caller has access to changes, or what is ordered of it, `alarm` when there is something to read of an alarm at a door that the caller administers.",
  stream: "sse",
  response: z.discriminatedUnion("event", [
    z.object({
      event: z.literal("passage"),
      organisation: access.passages("organisation_id", z.uuid()),
      passage,
    }),
    z.object({
      event: z.literal("lock"),
      organisation: access.doors("organisation_id", z.uuid()),
      door: access.doors("id", z.uuid()),
      lock: access.doors("lock", lockState),
      position: access.doors("position", doorPosition),
      online: access.controllers("online", z.boolean()),
      order: orderInForce.optional(),
    }),
    z.object({
      event: z.literal("alarm"),
      organisation: access.doors("organisation_id", z.uuid()),
      door: access.doors("id", z.uuid()),
    }),
  ]),
});
