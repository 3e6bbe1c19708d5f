import type { Contract } from "@terskel/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { save } from "#download.ts";
import { useTell } from "#parts/use-tell.tsx";
import { isProblem } from "#problem.ts";
import { useSignInAgain } from "./use-sign-in-again.tsx";

/** Fetches a file that is only for whoever signed in just now, and offers it to keep. */
export function useSaveFile<Of>(
  { id }: Contract,
  fetchFile: (of: Of) => Promise<File>,
  done: string,
  refresh: readonly Contract[] = [],
) {
  const tell = useTell();
  const signInAgain = useSignInAgain();
  const client = useQueryClient();
  return useMutation({
    mutationKey: [id],
    mutationFn: async (of: Of) => save(await fetchFile(of)),
    onSuccess: async () => {
      tell.done(done);
      for (const each of refresh) await client.invalidateQueries({ queryKey: [each.id] });
    },
    // The page may have stood open since the sign-in was new.
    onError: (error) => (isProblem(error, "sign-in-again") ? signInAgain() : tell.failed(error)),
  });
}
