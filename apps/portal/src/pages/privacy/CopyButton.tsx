import { Button } from "@mantine/core";
import { requests } from "@terskel/kernel/api/requests";
import { useTexts } from "#language/context.ts";
import { useTell } from "#parts/use-tell.tsx";
import { useList } from "#queries.ts";
import type { PlaceData } from "./Place.tsx";
import { canFetch } from "./requests.ts";
import type { OwnRequest } from "./requests.ts";
import { useAsk } from "./use-ask.ts";
import { useFetchCopy } from "./use-fetch-copy.ts";
import { useSignInAgain } from "./use-sign-in-again.tsx";

type CopyKind = "access" | "portability";
type Props = { kind: CopyKind; place: PlaceData; fresh: boolean };

/** A copy of everything, or what can be taken along: fetched at once, where it need not be decided first. */
export function CopyButton({ kind, place, fresh }: Props) {
  const { privacy } = useTexts();
  const tell = useTell();
  const signInAgain = useSignInAgain();
  const { items = [] } = useList(requests, {});
  const { fetchCopy, busy } = useFetchCopy();
  const { ask, busy: asking } = useAsk(place.organisation?.id, ({ id, state }) => {
    if (state === "answered") fetchCopy(id);
  });
  const ready = items.find((each) => isOf(each, kind, place) && canFetch(each, Date.now()));
  // An employer decides first, and then there is nothing to fetch yet.
  const waits = place.organisation?.kind === "employer" && !ready;

  function onClick() {
    if (!fresh && !waits) signInAgain();
    else if (ready) fetchCopy(ready.id);
    else ask({ kind }, tell.failed);
  }

  return (
    <Button
      variant="default"
      aria-label={`${privacy.ask[kind]}: ${place.organisation?.name ?? privacy.account}`}
      loading={busy || asking}
      onClick={onClick}
    >
      {privacy.ask[kind]}
    </Button>
  );
}

const isOf = ({ kind, about, organisation }: OwnRequest, wanted: CopyKind, place: PlaceData) =>
  kind === wanted &&
  (place.organisation
    ? about === "membership" && organisation.id === place.organisation.id
    : about === "account");
