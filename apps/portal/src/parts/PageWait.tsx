import type { ReactNode } from "react";
import { Page } from "./Page.tsx";
import { PartWait } from "./PartWait.tsx";

type Props = {
  /** Where one is, as long as what the page is about is not known. */
  title: string;
  back?: ReactNode;
  error: unknown;
  retry: () => void;
};

/** A page whose contents are on their way, or did not come: it has its heading all the same. */
export function PageWait({ title, back, error, retry }: Props) {
  return (
    <Page title={title} back={back}>
      <PartWait error={error} retry={retry} />
    </Page>
  );
}
