import { useSpeech } from "#language/context.ts";

export type NoticeOf = { readonly id: string; readonly name: string };

/** The address of an organisation's privacy notice; without one it is the operator's. */
export const noticeAddress = (language: string, organisation?: string) =>
  `/notices${organisation ? `/${organisation}` : ""}?lang=${language}`;

/** At the foot of every page: the notice of whoever answers for what is written on it (B13, D15). */
export function NoticeLinks({ organisations = [] }: { organisations?: readonly NoticeOf[] }) {
  const { language, texts } = useSpeech();
  const { notice } = texts;
  return (
    <>
      {organisations.length === 0 ? (
        <a href={noticeAddress(language)}>{notice.link}</a>
      ) : (
        organisations.map(({ id, name }) => (
          <a key={id} href={noticeAddress(language, id)}>
            {notice.linkOf(name)}
          </a>
        ))
      )}
    </>
  );
}
