import { z } from "zod";
import { publicKey } from "./keys.ts";
import { id } from "./words.ts";

/**
 * The JSON file a controller is given once. `token` is its password at the broker; `cloudKeys` are the keys it trusts,
 * several while one is being replaced; `credentialKey` is 32 bytes or more in base64url.
 */
export const enrolment = z.strictObject({
  controller: id,
  token: z.string().min(16).max(512),
  brokerUrl: z.url({ protocol: /^(mqtts?|wss?)$/ }),
  cloudKeys: z.array(publicKey).min(1),
  credentialKey: z.string().regex(/^[A-Za-z0-9_-]{43,}$/),
  doors: z
    .array(z.strictObject({ id, name: z.string().min(1).max(200) }))
    .min(1)
    .refine((doors) => new Set(doors.map((door) => door.id)).size === doors.length, {
      error: "a door is listed twice",
    }),
});
export type Enrolment = z.infer<typeof enrolment>;
