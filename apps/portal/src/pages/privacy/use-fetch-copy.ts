import type { requestHandover } from "@terskel/kernel/api/handover";
import { requestFile } from "@terskel/kernel/api/requests";
import { useTexts } from "#language/context.ts";
import { callFile } from "#api.ts";
import { useSaveFile } from "./use-save-file.ts";

/** Fetches the copy that a request of one's own was answered with, or its hand-over. */
export function useFetchCopy(route: typeof requestFile | typeof requestHandover = requestFile) {
  const { privacy } = useTexts();
  const { mutate, isPending, isSuccess } = useSaveFile(
    route,
    async (request: string) => await callFile(route, { params: { request } }),
    privacy.downloaded,
  );
  return { fetchCopy: mutate, busy: isPending, done: isSuccess };
}
