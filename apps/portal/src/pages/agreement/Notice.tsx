import { Alert } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import type { Membership } from "#me.ts";

type Props = {
  membership: Membership;
  /** Is there more to see elsewhere? */
  linked?: boolean;
};

/** That the organisation's agreement ends or has ended, for those who run it or answer for its data. */
export function AgreementNotice({ membership, linked = true }: Props) {
  const { agreement: words } = useTexts();
  const formats = useFormats();
  const { agreement, organisation, role, privacyOfficer } = membership;
  if (!agreement || !(role === "administrator" || privacyOfficer)) return null;
  const ended = Date.parse(agreement.endsAt) <= Date.now();
  const days = [formats.dateOf(agreement.endsAt), formats.dateOf(agreement.dataGoesAt)] as const;
  return (
    <Alert role="note" className="note" data-tone="warn">
      {ended ? words.hasEnded(...days) : words.notice(...days)}{" "}
      {linked && (
        <Link
          to="/manage/$organisation/privacy/agreement"
          params={{ organisation: organisation.id }}
        >
          {words.plan}
        </Link>
      )}
    </Alert>
  );
}
