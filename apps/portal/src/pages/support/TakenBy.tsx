import { useTexts } from "#language/context.ts";

type Taken = {
  readonly by?: "organisation" | "operator";
  readonly mine: boolean;
  readonly name?: string | undefined;
};

/** Which of the staff has a case. */
export function TakenBy({ taken }: { taken: Taken | undefined }) {
  const { desk } = useTexts().support;
  if (!taken) return desk.nobody;
  if (taken.mine) return desk.me;
  return taken.name ?? (taken.by === "operator" ? desk.operator : desk.colleague);
}
