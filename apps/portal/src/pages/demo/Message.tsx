import type { outbox } from "@terskel/identity/api/demo";
import { IconMail, IconMessage2 } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { usePhone } from "#language/use-phone.ts";
import { Tag } from "#parts/Tag.tsx";
import { When } from "#parts/When.tsx";
import type { Item } from "#queries.ts";
import styles from "./Demo.module.css";
import { partsOf } from "./links.ts";

/** A message as it was sent; links into this portal can be followed. */
export function Message({ message }: { message: Item<typeof outbox> }) {
  const { demo } = useTexts();
  const phoneOf = usePhone();
  const { at, channel, subject, text } = message;
  const to = channel === "sms" ? phoneOf(message.to) : message.to;
  return (
    <article className={styles.message} aria-label={subject ?? demo.to(to)}>
      <header className={styles.envelope}>
        <Tag icon={channel === "email" ? <IconMail aria-hidden /> : <IconMessage2 aria-hidden />}>
          {demo.channels[channel]}
        </Tag>
        <span>{demo.to(to)}</span>
        <When at={at} />
      </header>
      {subject && <p className={styles.name}>{subject}</p>}
      <p className={styles.text}>
        {partsOf(text, location.origin).map(({ key, text, href }) =>
          href ? (
            <a key={key} href={href}>
              {text}
            </a>
          ) : (
            <span key={key}>{text}</span>
          ),
        )}
      </p>
    </article>
  );
}
