import { useParams } from "@tanstack/react-router";
import { useManaged, type Managed } from "#managed.ts";

/** The organisation whose part of Manage this is. */
export function useOrganisation(): Managed & { readonly id: string; readonly name: string } {
  const { organisation } = useParams({ strict: false });
  const { managed } = useManaged();
  const here = managed.find(({ membership }) => membership.organisation.id === organisation);
  if (!here) throw new Error("Manage shows its pages only for an organisation one manages");
  const { id, name } = here.membership.organisation;
  return { ...here, id, name };
}
