import type { noticeVersions } from "@terskel/kernel/api/notice-versions";
import { useSpeech } from "#language/context.ts";
import type { Item } from "#queries.ts";

/** What changed, by the declarations: a line each, what is material first. */
export function News({ row }: { row: Pick<Item<typeof noticeVersions>, "changes" | "number"> }) {
  const { language, texts } = useSpeech();
  const { notice } = texts;
  if (row.number === 1) return notice.first;
  if (row.changes.length === 0) return notice.onlyWording;
  const sorted = row.changes.toSorted((a, b) => Number(b.material) - Number(a.material));
  return (
    <span>
      {sorted.map(({ kind, from, about, after }) => (
        <span key={`${kind} ${from} ${after?.en ?? ""}`} style={{ display: "block" }}>
          {notice.kinds[kind]}
          {kind === "contact-changed" ? "" : `: ${about[language]}`}
        </span>
      ))}
    </span>
  );
}
