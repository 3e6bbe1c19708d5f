import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import { change } from "../notice/compare.ts";
import * as kernel from "./columns.ts";

const base = "/api/v1/organisations/:organisation/notice" as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });
const instant = z.iso.datetime({ offset: true });
const { noticeTellings: tellings, noticeVersions: versions } = kernel;
const count = tellings("state", z.number().int());

export const noticeVersions = route({
  id: "kernel.noticeVersions",
  method: "GET",
  path: `${base}/versions`,
  activity: "kernel.run-privacy-desk",
  who: "privacy-officer",
  summary:
    "Every version of the organisation's notice, newest first: what is new in it, whether that is material, and how many were told.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      id: versions("id", z.uuid()),
      number: versions("number", z.number().int()),
      madeAt: versions("made_at", instant),
      material: versions("material", z.boolean()),
      changes: plain("What changed in the declarations.", z.array(change)),
      /** `waiting`: material, and not announced yet; the version before it stays in force. */
      state: versions(
        "in_force_at",
        z.enum(["in-force", "waiting", "announced", "past", "superseded"]),
      ),
      announcedAt: versions("announced_at", instant).optional(),
      inForceAt: versions("in_force_at", instant).optional(),
      told: count,
      failed: count,
      unreachable: count,
    }),
  ),
});

export const announceNotice = route({
  id: "kernel.announceNotice",
  method: "POST",
  path: `${base}/announcement`,
  activity: "kernel.run-privacy-desk",
  who: "privacy-officer",
  summary:
    "Tell everyone registered of the version that waits; it is in force from that day on, and not before everyone was told.",
  params: inOrganisation,
  body: z.strictObject({ number: z.number().int().min(1).max(1_000_000), inForceAt: instant }),
});

export const noticeTellings = route({
  id: "kernel.noticeTellings",
  method: "GET",
  path: `${base}/tellings`,
  activity: "kernel.run-privacy-desk",
  who: "privacy-officer",
  summary: "Who was told of the notice, when and how, newest first.",
  params: inOrganisation,
  query: pageQuery.extend({ number: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  response: pageOf(
    z.object({
      id: tellings("id", z.uuid()),
      how: tellings("how", z.enum(["email", "sms", "telephone", "counter", "unreachable"])),
      state: tellings("state", z.enum(["told", "failed", "bounced", "unreachable"])),
      at: tellings("at", instant),
      number: versions("number", z.number().int()),
      /** Absent: an account that belongs to no organisation. */
      name: kernel.memberships("name", z.string()).optional(),
    }),
  ),
});

export const recordNoticeTold = route({
  id: "kernel.recordNoticeTold",
  method: "POST",
  path: `${base}/tellings`,
  activity: "identity.administer-people",
  who: "administrator",
  summary: "Record that somebody was told of the notice on the telephone or at the counter.",
  params: inOrganisation,
  body: z.strictObject({ person: z.uuid(), how: z.enum(["telephone", "counter"]) }),
});
