import { Button } from "@mantine/core";
import { languages, type Language } from "@terskel/platform/i18n";
import { useNavigate } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import type { Written } from "./written.ts";

type Then = { onSuccess: () => void; onError: (error: unknown) => void };
type Props = {
  draft: { recipients: Record<Language, number>; texts: Written };
  removeTitle: string;
  busy: boolean;
  /** Where one is when it is removed. */
  all: "/operator/mailings" | "/operator/surveys";
  onChange?: () => void;
  onSend: (recipients: number, then: Then) => void;
  onRemove: (then: Then) => void;
};

/** What can be done with what has not been sent. */
export function DraftActions({ draft, removeTitle, busy, all, ...on }: Props) {
  const { mailings: texts } = useTexts().customers;
  const confirm = useConfirm();
  const tell = useTell();
  const navigate = useNavigate();
  const recipients = languages.reduce((sum, each) => sum + draft.recipients[each], 0);
  const isMissing = languages.some((each) => draft.recipients[each] > 0 && !draft.texts[each]);
  const askToSend = () =>
    confirm({
      title: texts.sendTitle(recipients),
      text: texts.sendText,
      confirm: texts.send,
      onConfirm: () =>
        on.onSend(recipients, {
          onSuccess: () => tell.done(texts.sending),
          onError: tell.failed,
        }),
    });
  const askToRemove = () =>
    confirm({
      title: removeTitle,
      text: texts.removeText,
      confirm: texts.remove,
      onConfirm: () =>
        on.onRemove({
          onSuccess: () => {
            tell.done(texts.removed);
            void navigate({ to: all });
          },
          onError: tell.failed,
        }),
    });
  return (
    <>
      <Button variant="default" onClick={askToRemove}>
        {texts.remove}
      </Button>
      {on.onChange && (
        <Button variant="default" onClick={on.onChange}>
          {texts.change}
        </Button>
      )}
      <Button disabled={recipients === 0 || isMissing} loading={busy} onClick={askToSend}>
        {texts.sendTo(recipients)}
      </Button>
    </>
  );
}
