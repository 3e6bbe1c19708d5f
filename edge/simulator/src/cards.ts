import { ACCESS_POINTS, READER_CREDENTIAL_KINDS } from "@terskel/edge-protocol";
import { DOOR_ACTS } from "@terskel/edge-agent/simulated-doors";
import { z } from "zod";

/** What is held to or typed at a reader. */
export const presented = z.strictObject({
  kind: z.enum(READER_CREDENTIAL_KINDS),
  number: z.string().trim().min(1).max(128),
  at: z.enum(ACCESS_POINTS).default("in"),
});

/** What somebody does at a door besides. */
export const acted = z.strictObject({ act: z.enum(DOOR_ACTS) });

/** The demo's cards. With `door`, the card lies at that door only. */
export const cards = z.array(
  z.strictObject({
    number: presented.shape.number,
    label: z.string().min(1).max(100),
    kind: presented.shape.kind.default("card"),
    door: z.uuid().optional(),
  }),
);
export type Card = z.infer<typeof cards>[number];
