import { confirmImport, previewImport } from "@terskel/access/api/import";
import type { Received } from "@terskel/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "#api.ts";
import { base64Of } from "#base64.ts";
import { useTell } from "#parts/use-tell.tsx";

export type Plan = Received<typeof previewImport>;

const largestBytes = 10_000_000;
/** 10,000 rows take the server seconds; a slow line takes longer to send them. */
const timeoutMs = 120_000;

/** A file on its way in: read it, look at what it would change, carry exactly that out. */
export function useImport(organisation: string, site: string) {
  const client = useQueryClient();
  const tell = useTell();
  const [file, setFile] = useState<File>();
  const [content, setContent] = useState("");
  const [tooLarge, setTooLarge] = useState(false);
  const params = { organisation };

  const preview = useMutation({
    mutationFn: (bytes: string) =>
      call(previewImport, { params, body: { content: bytes, site } }, { timeoutMs }),
  });
  const confirm = useMutation({
    mutationFn: () => {
      const plan = preview.data?.plan ?? "";
      return call(confirmImport, { params, body: { content, site, plan } }, { timeoutMs });
    },
    // People, units, groups and access may all be others now.
    onSuccess: () => client.invalidateQueries(),
  });

  async function choose(picked: File) {
    confirm.reset();
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
    confirm.reset();
  }

  return { file, tooLarge, preview, confirm, choose, startOver };
}
