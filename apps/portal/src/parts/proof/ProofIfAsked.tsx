import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { isProblem } from "#problem.ts";
import { ProofModal } from "./ProofModal.tsx";

type Props = {
  /** What the server said to what was asked of it. */
  error: unknown;
  /** Asks it once more. */
  retry: () => void;
};

/** Where what one gets would open a door that asks who one is, it asks here. Turned down, it asks again at the next try. */
export function ProofIfAsked({ error, retry }: Props) {
  const { proof } = useTexts().doors;
  const [done, setDone] = useState<unknown>();
  if (!isProblem(error, "step-up-required") || done === error) return null;
  return (
    <ProofModal
      text={proof.first}
      returnTo={location.pathname}
      onProven={() => {
        setDone(error);
        retry();
      }}
      onClose={() => setDone(error)}
    />
  );
}
