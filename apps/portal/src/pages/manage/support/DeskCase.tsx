import * as desk from "@terskel/support/api/desk";
import { useParams } from "@tanstack/react-router";
import { StaffCase } from "#pages/support/StaffCase.tsx";
import { useOrganisation } from "../use-organisation.ts";

const routes = {
  list: desk.cases,
  one: desk.oneCase,
  answer: desk.answer,
  take: desk.take,
  close: desk.close,
};

/** A case, for the organisation's administrators. */
export function DeskCase() {
  const { id: organisation, name } = useOrganisation();
  const { case: id = "" } = useParams({ strict: false });
  return (
    <StaffCase
      routes={routes}
      params={{ organisation, case: id }}
      name={name}
      listAddress={`/manage/${organisation}/support`}
    />
  );
}
