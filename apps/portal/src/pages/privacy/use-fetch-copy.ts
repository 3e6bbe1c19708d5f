import { requestFile } from "@terskel/kernel/api/requests";
import { useTexts } from "#language/context.ts";
import { callFile } from "#api.ts";
import { useSaveFile } from "./use-save-file.ts";

/** Fetches the copy that a request of one's own was answered with. */
export function useFetchCopy() {
  const { privacy } = useTexts();
  const { mutate, isPending } = useSaveFile(
    requestFile,
    async (request: string) => await callFile(requestFile, { params: { request } }),
    privacy.downloaded,
  );
  return { fetchCopy: mutate, busy: isPending };
}
