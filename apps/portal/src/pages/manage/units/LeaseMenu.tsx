import { Menu } from "@mantine/core";
import { endLease } from "@terskel/access/api/leases";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { stateOf } from "#leases.ts";
import type { Lease } from "#leases.ts";
import { RowMenu } from "#parts/RowMenu.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import { leaseReads } from "./LeaseModal.tsx";

type Props = { organisation: string; lease: Lease; who: string; onChange: () => void };

/** What is done with a lease that is not over: changed, ended, or cancelled when it has not begun. */
export function LeaseMenu({ organisation, lease, who, onChange }: Props) {
  const { leases: texts, manage } = useTexts();
  const confirm = useConfirm();
  const tell = useTell();
  const end = useSend(endLease, { refresh: leaseReads });
  const ahead = stateOf(lease, Date.now()) === "ahead";
  const askToEnd = () =>
    confirm({
      title: ahead ? texts.cancelTitle(who) : texts.endTitle(who),
      text: ahead ? texts.cancelText : texts.endText,
      confirm: ahead ? texts.cancelConfirm : texts.end,
      onConfirm: () =>
        end.mutate(
          { params: { organisation, lease: lease.id } },
          {
            onSuccess: () => tell.done(ahead ? texts.cancelled : texts.ended),
            onError: tell.failed,
          },
        ),
    });
  return (
    <RowMenu label={texts.actionsFor(who)}>
      <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={onChange}>
        {manage.edit}
      </Menu.Item>
      <Menu.Item
        color="var(--bad-ink)"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={askToEnd}
      >
        {ahead ? texts.cancel : texts.end}
      </Menu.Item>
    </RowMenu>
  );
}
