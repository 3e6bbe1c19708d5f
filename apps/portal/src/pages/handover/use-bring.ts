import { previewHandover, takeHandover } from "@terskel/identity/api/handover";
import type { Received } from "@terskel/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useChosenFile } from "#parts/use-chosen-file.ts";

export type Preview = Received<typeof previewHandover>;
export type Takeable = Received<typeof takeHandover>["taken"][number];

const largestBytes = 4 * 1024 * 1024;
/** A picture is opened and made anew, and a slow line takes a while to send it. */
const timeoutMs = 60_000;

/** A file on its way in: read it, look at what it holds, take over what is chosen. */
export function useBring() {
  const client = useQueryClient();
  const { file, content, tooLarge, withSteps } = useChosenFile(largestBytes);
  const preview = useMutation({
    mutationFn: (bytes: string) => call(previewHandover, { body: { file: bytes } }, { timeoutMs }),
  });
  const take = useMutation({
    mutationFn: (sections: Takeable[]) =>
      call(takeHandover, { body: { file: content, sections } }, { timeoutMs }),
    // Name, language and picture stand all over the portal.
    onSuccess: () => client.invalidateQueries(),
  });
  const look = () => preview.mutate(content);
  return { file, tooLarge, preview, take, look, ...withSteps({ preview, take }) };
}
