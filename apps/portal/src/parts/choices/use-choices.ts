import { choiceRecord, choices, choose } from "@terskel/kernel/api/consents";
import { useQuery } from "@tanstack/react-query";
import { read, useSend } from "#queries.ts";
import type { Received } from "@terskel/platform/contract";

type Asked = Received<typeof choices>["asked"][number];

/** What this device is asked, and what it answered. */
export const useChoices = () => useQuery({ ...read(choices, {}), staleTime: 60_000 });

/** Answers one of the questions; `answer` says whose answer is on its way. */
export function useAnswer(how: "banner" | "page" | "foot") {
  const { mutate, isPending, error } = useSend(choose, { refresh: [choices, choiceRecord] });
  const answer = ({ activity, version }: Asked, given: boolean) =>
    mutate({ body: { activity, version, given, how } });
  return { answer, isPending, error };
}
