import { Button, Group } from "@mantine/core";
import {
  deskFile,
  deskRequests,
  liftRestriction,
  passOnRequest,
  readDeskRequest,
} from "@terskel/kernel/api/desk";
import { useState } from "react";
import { callFile } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { useSaveFile } from "#pages/privacy/use-save-file.ts";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import { DecideModal } from "./DecideModal.tsx";
import type { DeskRequest } from "./OneRequest.tsx";
import { ReasonModal } from "./ReasonModal.tsx";

type Props = { organisation: string; request: DeskRequest };

/** What the desk can do with the request now. */
export function Actions({ organisation, request }: Props) {
  const { desk } = useTexts();
  const [open, setOpen] = useState<"decide" | "extend" | "proof">();
  const confirm = useConfirm();
  const tell = useTell();
  const refresh = [deskRequests, readDeskRequest];
  const passOn = useSend(passOnRequest, { refresh });
  const lift = useSend(liftRestriction, { refresh });
  const params = { organisation, request: request.id };
  const copy = useSaveFile(
    deskFile,
    async (of: typeof params) => await callFile(deskFile, { params: of }),
    desk.handedOver,
    [readDeskRequest],
  );
  const close = () => setOpen(undefined);
  const { can } = request;
  return (
    <Group gap="xs">
      {can.decide && <Button onClick={() => setOpen("decide")}>{desk.decide}</Button>}
      {can.passOn && (
        <Button
          variant="default"
          onClick={() =>
            confirm({
              title: desk.passOnTitle,
              text: desk.passOnText,
              confirm: desk.passOn,
              onConfirm: () =>
                passOn.mutate(
                  { params },
                  { onSuccess: () => tell.done(desk.passedOn), onError: tell.failed },
                ),
            })
          }
        >
          {desk.passOn}
        </Button>
      )}
      {can.extend && (
        <Button variant="default" onClick={() => setOpen("extend")}>
          {desk.extend}
        </Button>
      )}
      {can.decide && (
        <Button variant="default" onClick={() => setOpen("proof")}>
          {desk.proof}
        </Button>
      )}
      {can.handOver && (
        <Button loading={copy.isPending} onClick={() => copy.mutate(params)}>
          {desk.handOver}
        </Button>
      )}
      {can.lift && (
        <Button
          variant="default"
          onClick={() =>
            confirm({
              title: desk.liftTitle,
              text: desk.liftText,
              confirm: desk.lift,
              onConfirm: () =>
                lift.mutate(
                  { params, body: {} },
                  { onSuccess: () => tell.done(desk.lifting), onError: tell.failed },
                ),
            })
          }
        >
          {desk.lift}
        </Button>
      )}
      {open === "decide" && (
        <DecideModal organisation={organisation} request={request} onClose={close} />
      )}
      {(open === "extend" || open === "proof") && (
        <ReasonModal what={open} params={params} onClose={close} />
      )}
    </Group>
  );
}
