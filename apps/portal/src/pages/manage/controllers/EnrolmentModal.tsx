import { useTexts } from "#language/context.ts";
import { OnceModal } from "#parts/OnceModal.tsx";

export type Enrolment = { readonly name: string; readonly content: Record<string, unknown> };
type Props = { enrolment: Enrolment; onClose: () => void };

/** A controller's enrolment, for the box on the wall. */
export function EnrolmentModal({ enrolment: { name, content }, onClose }: Props) {
  const { controllers: texts } = useTexts().manage;
  return (
    <OnceModal
      title={texts.enrolment(name)}
      warning={texts.once}
      text={JSON.stringify(content, null, 2)}
      file="enrolment.json"
      onClose={onClose}
    />
  );
}
