import type { Handover } from "@terskel/kernel";
import type { Answer } from "@terskel/platform/contract";
import { parsePart } from "@terskel/platform/http";
import { Problem } from "@terskel/platform/problems";
import { z } from "zod";
import type { previewHandover, takenSection } from "../api/handover.ts";
import * as words from "../api/words.ts";
import { readPhone } from "../phone.ts";
import { readPicture, versionOf } from "../picture.ts";
import { accountIn } from "./holder.ts";

export type Taken = z.output<typeof takenSection>;
export type Section = Answer<typeof previewHandover>["sections"][number];

/** The columns that have a place here, by table; everything else of a file is told of as left out. */
export const takenColumns = {
  "identity.persons": ["name", "language", "email", "phone"],
  "identity.pictures": ["image"],
} as const;

/** What stands here now, and what may change. */
export type Here = {
  readonly name: string;
  readonly language: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly hasEid: boolean;
  readonly sms: boolean;
  readonly pictureVersion: string | undefined;
  /** Taken over from this file before. */
  readonly before: readonly string[];
};

export type Read = Section & { readonly image?: Buffer };

/**
 * What of a file could be taken over, each by the rules that hold when the person writes it themselves. A
 * picture is opened only here: who signed the file is known by now.
 */
export async function readSections(file: Handover, here: Here): Promise<Read[]> {
  const { name, language, email, phone } = accountIn(file);
  const { tables } = file.data;
  const image = tables.find(({ table }) => table === "identity.pictures")?.rows[0]?.["image"];
  const read = [
    text("name", name, words.name, here.name, here.hasEid ? "name-from-eid" : "takes"),
    text("language", language, words.language, here.language, "takes"),
    text("email", email, words.email, here.email, "needs-code"),
    text("phone", phone, words.phone, here.phone, here.sms ? "needs-code" : "no-sms"),
    await picture(image, here.pictureVersion),
  ];
  return read
    .filter((each) => each !== undefined)
    .map((each) =>
      each.state === "takes" && here.before.includes(each.section)
        ? { ...each, state: "taken" as const }
        : each,
    );
}

function text(
  section: Section["section"],
  said: unknown,
  schema: z.ZodType<string>,
  here: string | null,
  then: "takes" | "needs-code" | "name-from-eid" | "no-sms",
): Read | undefined {
  if (said === undefined) return undefined;
  const stands = here === null ? {} : { here };
  const there = allowed(section, said, schema);
  if (there === undefined) {
    return { section, there: "", ...stands, state: "not-possible", why: "not-valid" };
  }
  const both = { section, there, ...stands };
  if (there === here) return { ...both, state: "same" };
  return then === "takes" || then === "needs-code"
    ? { ...both, state: then }
    : { ...both, state: "not-possible", why: then };
}

/** As a request's body would be parsed: what cannot be stored, and numbers that never are, included. */
function allowed(section: string, said: unknown, schema: z.ZodType<string>): string | undefined {
  try {
    const { [section]: value = "" } = parsePart(
      z.object({ [section]: schema }),
      "body",
      { [section]: said },
      "en",
    );
    return section === "phone" ? readPhone(value) : value;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

async function picture(said: unknown, here: string | undefined): Promise<Read | undefined> {
  if (said === undefined) return undefined;
  const section = "picture" as const;
  const image = typeof said === "string" ? await pictureIn(said) : undefined;
  if (!image) return { section, there: "", state: "not-possible", why: "not-valid" };
  const there = image.toString("base64");
  return { section, there, image, state: versionOf(image) === here ? "same" : "takes" };
}

async function pictureIn(base64: string): Promise<Buffer | undefined> {
  try {
    return await readPicture(base64);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
