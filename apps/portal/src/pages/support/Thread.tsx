import type { myCase } from "@terskel/support/api/mine";
import type { Received } from "@terskel/platform/contract";
import { useTexts } from "#language/context.ts";
import { useMe } from "#me.ts";
import { When } from "#parts/When.tsx";
import styles from "./Support.module.css";

type Message = Received<typeof myCase>["messages"][number];
type Props = {
  messages: readonly Message[];
  organisation: string;
  /** Whose case it is, for the staff; absent: the reader's own. */
  person?: string;
};

/** What was written in a case, the oldest first. */
export function Thread({ messages, organisation, person }: Props) {
  const { support } = useTexts();
  const { name: own } = useMe();
  const isOwn = ({ side }: Message) => (side === "person") === (person === undefined);
  const by = ({ side, author }: Message) => {
    if (side === "person") return person ?? own;
    if (side === "operator") return support.operator(organisation);
    return author ? support.staff(author, organisation) : organisation;
  };
  return (
    <ol className={styles.thread} aria-label={support.messages}>
      {messages.map((message) => (
        <li
          key={message.id}
          className={styles.message}
          {...(isOwn(message) ? { "data-own": "" } : {})}
        >
          <p className={styles.by}>
            <strong>{by(message)}</strong>
            {message.told && (
              <span>{support.told[message.told](message.author ?? support.somebody)}</span>
            )}
            <When at={message.at} />
          </p>
          <p className={styles.body}>{message.body}</p>
        </li>
      ))}
    </ol>
  );
}
