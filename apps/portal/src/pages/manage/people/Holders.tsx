import { Alert } from "@mantine/core";
import type { credentialHolder } from "@terskel/access/api/credentials";
import type { Received } from "@terskel/platform/contract";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { CardTag } from "#parts/CardState.tsx";
import { PersonLink } from "./PersonLink.tsx";

type Props = {
  organisation: string;
  holders: Received<typeof credentialHolder>["holders"];
  /** The page behind changes, as one goes to the person's. */
  onLeave: () => void;
};

/** Whose a card or fob is: two persons', where one number is a card's and a fob's. */
export function Holders({ organisation, holders, onLeave }: Props) {
  const { cards: texts } = useTexts();
  const formats = useFormats();
  return (
    <Alert role="status" className="note">
      {holders.map(({ person, ...card }) => (
        <div key={card.id}>
          <PersonLink organisation={organisation} person={person} work="access" onClick={onLeave} />
          {` · ${texts.kinds[card.kind]} · ${card.label} · `}
          {texts.sinceWhen(formats.dateOf(card.createdAt))} <CardTag card={card} />
        </div>
      ))}
    </Alert>
  );
}
