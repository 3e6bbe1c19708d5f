import { previewHandover, takeHandover } from "@terskel/identity/api/handover";
import type { Received } from "@terskel/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "#api.ts";
import { base64Of } from "#base64.ts";
import { useTell } from "#parts/use-tell.tsx";

export type Preview = Received<typeof previewHandover>;
export type Takeable = Received<typeof takeHandover>["taken"][number];

const largestBytes = 4 * 1024 * 1024;
/** A picture is opened and made anew, and a slow line takes a while to send it. */
const timeoutMs = 60_000;

/** A file on its way in: read it, look at what it holds, take over what is chosen. */
export function useBring() {
  const client = useQueryClient();
  const tell = useTell();
  const [file, setFile] = useState<File>();
  const [content, setContent] = useState("");
  const [tooLarge, setTooLarge] = useState(false);

  const preview = useMutation({
    mutationFn: (bytes: string) => call(previewHandover, { body: { file: bytes } }, { timeoutMs }),
  });
  const take = useMutation({
    mutationFn: (sections: Takeable[]) =>
      call(takeHandover, { body: { file: content, sections } }, { timeoutMs }),
    // Name, language and picture stand all over the portal.
    onSuccess: () => client.invalidateQueries(),
  });

  async function choose(picked: File) {
    take.reset();
    preview.reset();
    setFile(picked);
    setTooLarge(picked.size > largestBytes);
    if (picked.size > largestBytes) return;
    try {
      const bytes = base64Of(new Uint8Array(await picked.arrayBuffer()));
      setContent(bytes);
      preview.mutate(bytes);
    } catch (error) {
      // The file was moved or locked between choosing and reading it.
      tell.failed(error);
    }
  }

  function startOver() {
    setFile(undefined);
    setTooLarge(false);
    preview.reset();
    take.reset();
  }

  return { file, tooLarge, preview, take, choose, look: () => preview.mutate(content), startOver };
}
