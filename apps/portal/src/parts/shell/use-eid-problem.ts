import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTexts } from "#language/context.ts";
import { useTell } from "../use-tell.tsx";

/** Says why an eID that was asked for a proof, or to be connected, came to nothing: where one was, and once. */
export function useEidProblem(): void {
  const { signIn } = useTexts();
  const { problem } = useSearch({ strict: false });
  const tell = useTell();
  const navigate = useNavigate();
  useEffect(() => {
    if (!problem) return;
    const problems: Readonly<Record<string, string>> = signIn.problems;
    tell.notDone(problems[problem] ?? signIn.failed);
    void navigate({
      to: ".",
      search: ({ problem: _said, ...rest }) => rest,
      hash: true,
      replace: true,
    });
    // Once for each address that says so.
  }, [problem]);
}
