import { myData } from "@terskel/kernel/api/my-data";
import { makeRequest, requests } from "@terskel/kernel/api/requests";
import type { Received } from "@terskel/platform/contract";
import { useTexts } from "#language/context.ts";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Wish } from "./requests.ts";

/** Makes a request, at an organisation or about the account, and says that it is received or done. */
export function useAsk(
  organisation: string | undefined,
  onDone: (made: Received<typeof makeRequest>) => void,
) {
  const { privacy } = useTexts();
  const tell = useTell();
  const send = useSend(makeRequest, { refresh: [requests, myData], timeoutMs: 40_000 });
  return {
    busy: send.isPending,
    error: send.error,
    ask: (wish: Wish, onError?: (error: unknown) => void) =>
      send.mutate(
        { body: { wish, ...(organisation ? { organisation } : {}) } },
        {
          onSuccess: (made) => {
            // A copy that comes at once speaks for itself.
            if (made.state !== "answered") tell.done(privacy.sent);
            else if (wish.kind !== "access" && wish.kind !== "portability")
              tell.done(privacy.sentAtOnce);
            onDone(made);
          },
          ...(onError ? { onError } : {}),
        },
      ),
  };
}
