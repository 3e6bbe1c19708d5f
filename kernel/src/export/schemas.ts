import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { z } from "zod";
import { schema } from "../api/schemas.ts";
import { handoverFile, handoverSchema } from "../handover/handover-file.ts";
import { accessFile, accessSchema } from "./access-file.ts";
import { portabilityFile, portabilitySchema } from "./portability-file.ts";

type Name = z.output<typeof schema.params>["schema"];

const published: Readonly<Record<Name, z.ZodType>> = {
  [accessSchema]: accessFile,
  [portabilitySchema]: portabilityFile,
  [handoverSchema]: handoverFile,
};

/** Where a file's schema stands: the file itself names it. */
export const schemaAddress = (name: Name, publicUrl: URL) =>
  new URL(schema.path.replace(":schema", name), publicUrl).href;

/** A schema of a name is never changed: what differs gets another name. */
export const schemaRoutes: readonly Route[] = [
  handle(schema, async ({ params, http }) => {
    http.reply.header("cache-control", "public, max-age=86400");
    return await Promise.resolve(z.toJSONSchema(published[params.schema]));
  }),
];
