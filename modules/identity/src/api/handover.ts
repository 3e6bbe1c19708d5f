import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as identity from "./columns.ts";
import { instant } from "./words.ts";

/** What of a hand-over file is written when the person says so. */
export const takenSection = z.enum(["name", "language", "picture"]);
const section = z.enum([...takenSection.options, "email", "phone"]);

/** It comes from the file that was sent with the call, and is not stored. */
const ofFile = <T extends z.ZodType>(schema: T) => plain("Of the file that was sent.", schema);
/** What stands here now of what the section is about. */
const stands = (["name", "language", "email", "phone"] as const).reduce(
  (schema, column) => identity.persons(column, schema),
  z.string(),
);

const common = { activity: "identity.account", who: "person" } as const;
/** The file as base64: what is no JSON is to be told of as a file, not as a request. */
const file = z.base64();
/** 4 MiB of file. */
const bodyLimitBytes = 5_600_000;

export const handoverSources = route({
  ...common,
  id: "identity.handoverSources",
  method: "GET",
  path: "/api/v1/me/handover",
  summary: "The installations from which one can bring one's data here.",
  response: z.object({
    installations: plain("A setting of this installation.", z.array(z.string())),
  }),
});

export const previewHandover = route({
  ...common,
  id: "identity.previewHandover",
  method: "POST",
  path: "/api/v1/me/handover/preview",
  summary:
    "What of another installation's file would be taken over, and what not and why. Nothing is stored.",
  body: z.strictObject({ file }),
  bodyLimitBytes,
  response: z.object({
    installation: ofFile(z.string()),
    issuedAt: ofFile(instant),
    expiresAt: ofFile(instant),
    sections: z.array(
      z.object({
        section: ofFile(section),
        /** What the file holds; a picture as a WebP, base64. */
        there: ofFile(z.string()),
        /** What stands here now. A picture does not come along. */
        here: stands.optional(),
        /**
         * `takes`: when the person says so. `same`: nothing would change. `taken`: it was taken over from
         * this file before. `needs-code`: it is asked for with a code, as any new address is.
         */
        state: identity.handovers(
          "sections",
          identity.pictures(
            "version",
            z.enum(["takes", "same", "taken", "needs-code", "not-possible"]),
          ),
        ),
        why: identity
          .eidLogins("person_id", z.enum(["name-from-eid", "not-valid", "no-sms"]))
          .optional(),
      }),
    ),
    leftOut: ofFile(
      z.array(
        z.object({ title: z.string(), columns: z.array(z.string()), records: z.number().int() }),
      ),
    ),
  }),
});

export const takeHandover = route({
  ...common,
  id: "identity.takeHandover",
  method: "POST",
  path: "/api/v1/me/handover",
  summary:
    "Take over what one chooses of another installation's file, all or nothing. What was taken over from it before is left as it is.",
  body: z.strictObject({ file, sections: z.array(takenSection).min(1).max(3) }),
  bodyLimitBytes,
  response: z.object({
    taken: identity.handovers("sections", z.array(takenSection)),
    /** They stand as the file has them, or were taken over from it before. */
    unchanged: identity.handovers("sections", z.array(takenSection)),
  }),
});
