import { isProblem } from "../problem.ts";
import { useTexts } from "./context.ts";
import { useDuration } from "./use-duration.ts";

/** What to tell the reader about a failed call: the server's own words, else ours. */
export function useProblemText(): (error: unknown) => string {
  const { problems, signIn } = useTexts();
  const duration = useDuration();
  return (error) => {
    if (!isProblem(error)) return problems.unknown;
    const wait = error.retryAfterSeconds;
    if (error.detail && wait) return `${error.detail} ${signIn.tryAgainIn(duration(wait))}`;
    if (error.detail) return error.detail;
    if (error.code === "offline") return problems.offline;
    if (error.code === "timeout") return problems.timeout;
    return problems.unknown;
  };
}
