import { organisations } from "@terskel/identity/api/operator";
import * as operator from "@terskel/support/api/operator";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { StaffCase } from "#pages/support/StaffCase.tsx";
import { all } from "#queries.ts";

const routes = {
  list: operator.allCases,
  one: operator.openCase,
  answer: operator.answerOnBehalf,
  take: operator.takeOnBehalf,
  close: operator.closeOnBehalf,
};

/** A case that the operator's staff have opened on an organisation's behalf. */
export function CaseOnBehalf() {
  const { support } = useTexts();
  const { organisation = "", case: id = "" } = useParams({ strict: false });
  const known = useQuery(all(organisations, {}));
  const name = known.data?.find((each) => each.id === organisation)?.name ?? support.organisation;
  return (
    <StaffCase
      routes={routes}
      params={{ organisation, case: id }}
      name={name}
      listAddress="/operator/support"
      note={support.behalf.opened(name)}
    />
  );
}
