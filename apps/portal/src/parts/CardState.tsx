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
  if (!blocked) return <span role="status" />;
  const { at, known, waiting, offline } = blocked;
  const all = known + waiting + offline;
  const told =
    all === 1
      ? [known && cards.one.known, waiting && cards.one.waiting, offline && cards.one.offline]
      : [
          all && cards.many.known(known, all),
          waiting && cards.many.waiting(waiting),
          offline && cards.many.offline(offline),
        ];
  return (
    <span role="status">
      {[cards.blockedSince(cards.blocked[kind], formats.dateTime(at)), ...told]
        .filter(Boolean)
        .join(" ")}
    </span>
  );
}
