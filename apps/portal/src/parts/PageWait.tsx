import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../language/context.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { Page } from "./Page.tsx";

type Props = {
  /** Where one is, as long as what the page is about is not known. */
  title: string;
  back?: ReactNode;
  error: unknown;
  retry: () => void;
};

/** A page whose contents are on their way, or did not come: it has its heading all the same. */
export function PageWait({ title, back, error, retry }: Props) {
  const { shell } = useTexts();
  return (
    <Page title={title} back={back}>
      {error ? (
        <ErrorNote error={error} retry={retry} />
      ) : (
        <Skeleton height={280} radius="lg" role="status" aria-label={shell.loading} />
      )}
    </Page>
  );
}
