import { Menu } from "@mantine/core";
import {
  blockCredential,
  credentials,
  removeCredential,
  unblockCredential,
} from "@terskel/access/api/credentials";
import type { Card } from "#cards.ts";
import { useTexts } from "#language/context.ts";
import { RowMenu } from "#parts/RowMenu.tsx";
import { useCardName } from "#parts/use-card-name.ts";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Props = { organisation: string; person: string; card: Card };

/** What an administrator does with a card or fob: lost, found, handed in. */
export function CardMenu({ organisation, person, card }: Props) {
  const { id, kind, blocked } = card;
  const name = useCardName()(card);
  const { cards: texts } = useTexts();
  const confirm = useConfirm();
  const tell = useTell();
  const block = useSend(blockCredential, { refresh: [credentials] });
  const unblock = useSend(unblockCredential, { refresh: [credentials] });
  const remove = useSend(removeCredential, { refresh: [credentials] });
  const call = { params: { organisation, person, credential: id } };
  const takeBackTexts: Partial<Record<Card["kind"], string>> = {
    "phone-pass": texts.takeBackPass,
    pin: texts.takeBackPin,
  };
  const saying = (done?: string) => ({ onSuccess: () => tell.done(done), onError: tell.failed });

  const askLost = () =>
    confirm({
      title: texts.lostTitle(name),
      text: texts.lostText,
      confirm: texts.block,
      onConfirm: () => block.mutate(call, saying(texts.blocked[kind])),
    });
  const askFound = () =>
    confirm({
      title: texts.foundTitle(name),
      text: texts.foundText,
      confirm: texts.unblock,
      onConfirm: () => unblock.mutate(call, saying(texts.unblocked)),
    });
  const askBack = () =>
    confirm({
      title: texts.takeBackTitle(name),
      text: takeBackTexts[kind] ?? texts.takeBackText,
      confirm: texts.takeBack,
      onConfirm: () => remove.mutate(call, saying()),
    });

  return (
    <RowMenu label={texts.actions(name)}>
      {blocked ? (
        <Menu.Item onClick={askFound}>{texts.found}</Menu.Item>
      ) : (
        <Menu.Item onClick={askLost}>{texts.lost}</Menu.Item>
      )}
      <Menu.Item onClick={askBack}>{texts.takeBack}</Menu.Item>
    </RowMenu>
  );
}
