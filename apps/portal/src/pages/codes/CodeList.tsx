import { Button } from "@mantine/core";
import { myCodes, withdrawCode } from "@terskel/access/api/keypads";
import { IconPassword } from "@tabler/icons-react";
import { stateOf, type Code } from "#keypads.ts";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { useTold } from "#parts/CardState.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ListFrame } from "#parts/ListFrame.tsx";
import { Tag, type Tone } from "#parts/Tag.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useList, useSend } from "#queries.ts";
import styles from "./Codes.module.css";

const tones: Readonly<Record<ReturnType<typeof stateOf>, Tone>> = {
  inForce: "good",
  later: "brand",
  used: "plain",
  withdrawn: "bad",
  ended: "plain",
};
/** That one was used is heard of so soon. */
const POLL_MS = 10_000;

export function CodeList({ organisation }: { organisation: string }) {
  const { codes: texts } = useTexts().keypads;
  const query = useList(myCodes, { params: { organisation } }, { pollMs: () => POLL_MS });
  return (
    <ListFrame
      query={query}
      empty={
        <EmptyNote icon={IconPassword} title={texts.none}>
          {texts.noneText}
        </EmptyNote>
      }
    >
      {(items) => (
        <ul className={styles.codes} aria-label={texts.title}>
          {items.map((code) => (
            <OneCode key={code.id} organisation={organisation} code={code} />
          ))}
        </ul>
      )}
    </ListFrame>
  );
}

function OneCode({ organisation, code }: { organisation: string; code: Code }) {
  const { codes: texts } = useTexts().keypads;
  const { name, doors, from, until, once, used, withdrawn } = code;
  const formats = useFormats(doors[0]?.timeZone);
  const told = useTold();
  const confirm = useConfirm();
  const tell = useTell();
  const send = useSend(withdrawCode, { refresh: [myCodes] });
  const nowMs = Date.now();
  const state = stateOf(code, nowMs);
  const isOver = state === "used" || state === "withdrawn" || state === "ended";
  const hour = (at: string) => formats.hour(at, nowMs);
  const ask = () =>
    confirm({
      title: texts.withdrawTitle(name),
      text: texts.withdrawText,
      confirm: texts.withdraw,
      onConfirm: () =>
        send.mutate({ params: { organisation, code: code.id } }, { onError: tell.failed }),
    });
  return (
    <li>
      <div className={styles.code}>
        <span className={styles.name}>
          {name} <Tag tone={tones[state]}>{texts.states[state]}</Tag>
        </span>
        <span className={styles.hint}>
          {once ? texts.once : texts.many} ·{" "}
          {state === "later"
            ? texts.period(hour(from), hour(until))
            : texts.untilShort(hour(until))}
        </span>
        <span className={styles.hint}>{doors.map((door) => door.name).join(", ")}</span>
        <span className={styles.hint} role="status">
          {used && (once ? texts.usedAt : texts.lastUsed)(hour(used))}{" "}
          {withdrawn && [texts.withdrawnAt(hour(withdrawn.at)), ...told(withdrawn)].join(" ")}
        </span>
      </div>
      {!isOver && (
        <Button
          variant="default"
          loading={send.isPending}
          aria-label={texts.withdrawOf(name)}
          onClick={ask}
        >
          {texts.withdraw}
        </Button>
      )}
    </li>
  );
}
