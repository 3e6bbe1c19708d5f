import { Button } from "@mantine/core";
import { blockMyCredential, myCredentials } from "@terskel/access/api/credentials";
import { IconCreditCard } from "@tabler/icons-react";
import { useMyCards, type Card } from "#cards.ts";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { BlockedNote, CardTag } from "#parts/CardState.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useCardName } from "#parts/use-card-name.ts";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import styles from "./Profile.module.css";

/** The person's cards and fobs; a lost one is blocked from here. */
export function OwnCards() {
  const { cards: texts } = useTexts();
  const { pending, error, retry, cards } = useMyCards();
  return (
    <Panel title={texts.own} lead={texts.ownLead}>
      {error && <ErrorNote error={error} retry={retry} />}
      {cards.length > 0 ? (
        <ul className={styles.rows}>
          {cards.map(({ card, organisation }) => (
            <OwnCard key={card.id} card={card} organisation={organisation} />
          ))}
        </ul>
      ) : (
        !pending && !error && <EmptyNote icon={IconCreditCard}>{texts.ownNone}</EmptyNote>
      )}
    </Panel>
  );
}

type Props = { card: Card; organisation: { id: string; name: string } };

function OwnCard({ card, organisation }: Props) {
  const { cards: texts } = useTexts();
  const formats = useFormats();
  const confirm = useConfirm();
  const tell = useTell();
  const block = useSend(blockMyCredential, { refresh: [myCredentials] });
  const { id, kind, createdAt, blocked } = card;
  const name = useCardName()(card);
  const [title, text] =
    kind === "phone-pass"
      ? [texts.ownPhoneTitle, texts.ownPhoneText]
      : kind === "pin"
        ? [texts.ownPinTitle, texts.ownPinText]
        : [texts.ownLostTitle(name), texts.ownLostText];
  const askLost = () =>
    confirm({
      title,
      text,
      confirm: texts.block,
      onConfirm: () =>
        block.mutate(
          { params: { organisation: organisation.id, credential: id } },
          { onError: tell.failed },
        ),
    });
  return (
    <li>
      <div className={styles.card}>
        <span className={styles.name}>
          {name} <CardTag card={card} />
        </span>
        <span className={styles.hint}>
          {texts.kinds[kind]} · {organisation.name} · {texts.sinceWhen(formats.dateOf(createdAt))}
        </span>
        <span className={styles.hint}>
          <BlockedNote card={card} />
        </span>
        {blocked && <span className={styles.hint}>{texts.ownBlocked}</span>}
      </div>
      {!blocked && (
        <Button
          variant="default"
          aria-label={`${texts.ownLost[kind]}: ${name}`}
          loading={block.isPending}
          onClick={askLost}
        >
          {texts.ownLost[kind]}
        </Button>
      )}
    </li>
  );
}
