import { requestFile } from "@terskel/kernel/api/requests";
import { useMutation } from "@tanstack/react-query";
import { callFile } from "#api.ts";
import { save } from "#download.ts";
import { useTexts } from "#language/context.ts";
import { useTell } from "#parts/use-tell.tsx";
import { isProblem } from "#problem.ts";
import { useSignInAgain } from "./use-sign-in-again.tsx";

/** Fetches the copy that a request of one's own was answered with. */
export function useFetchCopy() {
  const { privacy } = useTexts();
  const tell = useTell();
  const signInAgain = useSignInAgain();
  const { mutate, isPending } = useMutation({
    mutationKey: [requestFile.id],
    mutationFn: async (request: string) => {
      save(await callFile(requestFile, { params: { request } }));
    },
    onSuccess: () => tell.done(privacy.downloaded),
    // The page may have stood open since the sign-in was new.
    onError: (error) => (isProblem(error, "sign-in-again") ? signInAgain() : tell.failed(error)),
  });
  return { fetchCopy: mutate, busy: isPending };
}
