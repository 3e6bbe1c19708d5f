import { IconBan, IconCheck } from "@tabler/icons-react";
import type { Card } from "../cards.ts";
import { useTexts } from "../language/context.ts";
import { useFormats } from "../language/use-formats.ts";
import { Tag } from "./Tag.tsx";

/** Whether a card or fob opens. */
export function CardTag({ card: { kind, blocked } }: { card: Card }) {
  const { cards } = useTexts();
  return blocked ? (
    <Tag tone="bad" icon={<IconBan aria-hidden />}>
      {cards.blocked[kind]}
    </Tag>
  ) : (
    <Tag tone="good" icon={<IconCheck aria-hidden />}>
      {cards.inUse}
    </Tag>
  );
}

/** Since when it is blocked, and which doors know: also said by itself as they come to know. */
export function BlockedNote({ card: { kind, blocked } }: { card: Card }) {
  const { cards } = useTexts();
  const formats = useFormats();
  const told = useTold();
  return (
    <span role="status">
      {blocked &&
        [
          cards.blockedSince(cards.blocked[kind], formats.dateTime(blocked.at)),
          ...told(blocked),
        ].join(" ")}
    </span>
  );
}

type Told = { readonly known: number; readonly waiting: number; readonly offline: number };

/** How far the word has got, in sentences. */
export function useTold(): (told: Told) => string[] {
  const { one, many } = useTexts().cards;
  return ({ known, waiting, offline }) => {
    const all = known + waiting + offline;
    const said =
      all === 1
        ? [known && one.known, waiting && one.waiting, offline && one.offline]
        : [
            all && many.known(known, all),
            waiting && many.waiting(waiting),
            offline && many.offline(offline),
          ];
    return said.filter((sentence) => typeof sentence === "string");
  };
}
