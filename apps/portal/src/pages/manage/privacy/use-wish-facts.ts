import { declarations } from "@terskel/kernel/api/declarations";
import { useQuery } from "@tanstack/react-query";
import { useSpeech, useTexts } from "#language/context.ts";
import { read } from "#queries.ts";
import type { DeskRequest } from "./OneRequest.tsx";

/** What was asked for, as names and values. */
export function useWishFacts({ wish }: Pick<DeskRequest, "wish">): (readonly [string, string])[] {
  const { desk, privacy } = useTexts();
  const { language } = useSpeech();
  const objection = wish?.kind === "objection" ? wish : undefined;
  const declared = useQuery({ ...read(declarations, {}), enabled: objection !== undefined });
  if (!wish) return [];
  const note = "note" in wish && wish.note ? ([[privacy.note, wish.note]] as const) : [];
  switch (wish.kind) {
    case "rectification":
      return [
        [privacy.recordField, wish.record],
        [privacy.wrong, wish.wrong],
        [privacy.right, wish.right],
      ];
    case "restriction":
      return [[privacy.ground, privacy.grounds[wish.ground]], ...note];
    case "objection": {
      const found = declared.data?.activities.find(({ id }) => id === wish.to);
      return [[desk.facts.activity, found?.purpose[language] ?? ""], ...note];
    }
    case "access":
    case "portability":
      return [];
    case "erasure":
      return wish.account ? [[desk.facts.account, desk.yes]] : [];
  }
}
