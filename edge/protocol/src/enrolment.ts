import { z } from "zod";
import { publicKey } from "./keys.ts";
import { id } from "./words.ts";

/**
 * The JSON file a controller is given once: who it is and whom it trusts. Its doors come with the access list. `token` is
 * its password at the broker; `cloudKeys` are the keys it trusts, several while one is being replaced; `credentialKey` is 32
 * bytes or more in base64url.
 *
 * Until protocol version 2 the file named the doors too. Such a file is still good: they are not read.
 */
export const enrolment = z
  .strictObject({
    controller: id,
    token: z.string().min(16).max(512),
    brokerUrl: z.url({ protocol: /^(mqtts?|wss?)$/ }),
    cloudKeys: z.array(publicKey).min(1),
    credentialKey: z.string().regex(/^[A-Za-z0-9_-]{43,}$/),
    doors: z.array(z.unknown()).optional(),
  })
  .transform(({ doors: _notRead, ...read }) => read);
export type Enrolment = z.infer<typeof enrolment>;
