import { Menu } from "@mantine/core";
import { controllers, removeController, renewEnrolment } from "@terskel/access/api/controllers";
import { IconCpu, IconPencil, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { sayClock } from "#language/say-clock.ts";
import { useFormats } from "#language/use-formats.ts";
import { OnlineTag } from "#parts/OnlineTag.tsx";
import { ListPage } from "#parts/ListPage.tsx";
import { RowMenu } from "#parts/RowMenu.tsx";
import { Tag } from "#parts/Tag.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend, type Item } from "#queries.ts";
import styles from "../Manage.module.css";
import { useOrganisation } from "../use-organisation.ts";
import { ControllerModal } from "./ControllerModal.tsx";
import { EnrolmentModal, type Enrolment } from "./EnrolmentModal.tsx";
import { RenameModal } from "./RenameModal.tsx";

type Box = Item<typeof controllers>;

export function Controllers() {
  const { manage } = useTexts();
  const { controllers: texts } = manage;
  const formats = useFormats();
  const confirm = useConfirm();
  const tell = useTell();
  const { id: organisation } = useOrganisation();
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<Box>();
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const query = useList(controllers, { params: { organisation } });
  const renew = useSend(renewEnrolment, { refresh: [controllers] });
  const remove = useSend(removeController, { refresh: [controllers] });
  const askToRemove = (box: Box) =>
    confirm({
      title: manage.removeTitle(box.name),
      text: texts.removeText,
      confirm: texts.removeConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, controller: box.id } },
          { onSuccess: () => tell.done(texts.removed), onError: tell.failed },
        ),
    });
  const askToRenew = (box: Box) =>
    confirm({
      title: texts.renewTitle(box.name),
      text: texts.renewText,
      confirm: texts.renewConfirm,
      onConfirm: () =>
        renew.mutate(
          { params: { organisation, controller: box.id } },
          {
            onSuccess: (made) => setEnrolment({ name: box.name, content: made.enrolment }),
            onError: tell.failed,
          },
        ),
    });
  return (
    <ListPage
      texts={texts}
      icon={IconCpu}
      query={query}
      onAdd={() => setAdding(true)}
      columns={[
        { key: "name", label: texts.name, cell: (box) => box.name },
        { key: "site", label: texts.site, cell: (box) => box.site.name },
        {
          key: "online",
          label: texts.connection,
          cell: (box) => {
            const clock = sayClock(texts, formats, box.clockAheadSeconds);
            return (
              <span className={styles.stack}>
                <span>
                  <OnlineTag online={box.online} />
                </span>
                {!box.online && (
                  <span className={styles.soft}>
                    {box.lastSeenAt
                      ? texts.lastSeen(formats.dateTime(box.lastSeenAt))
                      : texts.never}
                  </span>
                )}
                {clock && (
                  <>
                    <span>
                      <Tag tone="warn">{texts.clockWrong}</Tag>
                    </span>
                    <span className={styles.soft}>{clock}</span>
                  </>
                )}
              </span>
            );
          },
        },
        {
          key: "list",
          label: texts.list,
          cell: (box) =>
            box.listProblem ? (
              <span className={styles.stack}>
                <span>
                  <Tag tone="bad">{texts.listRefused}</Tag>
                </span>
                <span className={styles.soft}>{texts.listProblems[box.listProblem]}</span>
              </span>
            ) : box.revisionReported === 0 ? (
              <Tag tone="warn">{texts.listNone}</Tag>
            ) : box.revisionReported === box.revisionWanted ? (
              <Tag tone="good">{texts.listCurrent}</Tag>
            ) : (
              <Tag tone="warn">{texts.listBehind}</Tag>
            ),
        },
      ]}
      actionsLabel={manage.actions}
      actions={(box) => (
        <RowMenu label={manage.actionsFor(box.name)}>
          <Menu.Item
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={() => setRenaming(box)}
          >
            {manage.edit}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={18} aria-hidden />}
            onClick={() => askToRenew(box)}
          >
            {texts.renew}
          </Menu.Item>
          <Menu.Item
            color="var(--bad-ink)"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => askToRemove(box)}
          >
            {manage.remove}
          </Menu.Item>
        </RowMenu>
      )}
    >
      {adding && (
        <ControllerModal
          organisation={organisation}
          onClose={() => setAdding(false)}
          onEnrolled={setEnrolment}
        />
      )}
      {renaming && (
        <RenameModal
          organisation={organisation}
          controller={renaming}
          onClose={() => setRenaming(undefined)}
        />
      )}
      {enrolment && (
        <EnrolmentModal enrolment={enrolment} onClose={() => setEnrolment(undefined)} />
      )}
    </ListPage>
  );
}
