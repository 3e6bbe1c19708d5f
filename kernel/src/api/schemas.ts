import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";

export const schema = route({
  id: "kernel.schema",
  method: "GET",
  path: "/api/v1/privacy/schemas/:schema",
  activity: "kernel.publish-declarations",
  who: "anyone",
  summary: "The JSON Schema (2020-12) of a file that a person gets with their data.",
  params: z.strictObject({ schema: z.enum(["access-1", "portability-1", "handover-1"]) }),
  response: plain("A schema.", z.record(z.string(), z.unknown())),
});
