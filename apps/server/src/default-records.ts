import { buildRecord, recordAsText } from "@terskel/kernel";
import { processings } from "./compose.ts";

const kinds = ["operator", "housing", "office", "shop", "employer"] as const;

/** The record of processing of each kind of organisation, as docs/record has it. */
export const defaultRecords = () =>
  kinds.map((kind) => ({ kind, text: recordAsText(buildRecord(processings, kind)) }));
