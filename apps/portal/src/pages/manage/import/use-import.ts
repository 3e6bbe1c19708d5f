import { confirmImport, previewImport } from "@terskel/access/api/import";
import type { Received } from "@terskel/platform/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useChosenFile } from "#parts/use-chosen-file.ts";

export type Plan = Received<typeof previewImport>;

const largestBytes = 10_000_000;
/** 10,000 rows take the server seconds; a slow line takes longer to send them. */
const timeoutMs = 120_000;

/** A file on its way in: read it, look at what it would change, carry exactly that out. */
export function useImport(organisation: string, site: string) {
  const client = useQueryClient();
  const { file, content, tooLarge, withSteps } = useChosenFile(largestBytes);
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
  return { file, tooLarge, preview, confirm, ...withSteps({ preview, take: confirm }) };
}
