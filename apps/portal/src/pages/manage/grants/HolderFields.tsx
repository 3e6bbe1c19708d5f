import { SegmentedControl } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { GroupPicker } from "#parts/pickers/GroupPicker.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { UnitPicker } from "#parts/pickers/UnitPicker.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { ContactField } from "./ContactField.tsx";
import type { GrantValues } from "./GrantModal.tsx";
import { KnownHolders } from "./KnownHolders.tsx";

type Props = { organisation: string; form: UseFormReturnType<GrantValues> };

/** To whom: any person, group or unit, for who runs the organisation; for others, whoever has an address, or is known at their doors. */
export function HolderFields({ organisation, form }: Props) {
  const { giving } = useTexts();
  const { scope } = useOrganisation();
  const [kind, setKind] = useState<"person" | "group" | "unit">("person");
  if (scope === "doors") {
    const byContact = form.values.contact !== null;
    return (
      <>
        <SegmentedControl
          aria-label={giving.holderKind}
          value={byContact ? "contact" : "known"}
          data={[
            { value: "contact", label: giving.typeIn },
            { value: "known", label: giving.fromList },
          ]}
          onChange={(chosen) =>
            form.setValues({ person: null, group: null, contact: chosen === "contact" ? "" : null })
          }
        />
        {byContact ? (
          <ContactField form={form} />
        ) : (
          <KnownHolders organisation={organisation} form={form} />
        )}
      </>
    );
  }
  return (
    <>
      <SegmentedControl
        aria-label={giving.holderKind}
        value={kind}
        data={[
          { value: "person", label: giving.aPerson },
          { value: "group", label: giving.aGroup },
          { value: "unit", label: giving.aUnit },
        ]}
        onChange={(chosen) => {
          setKind(chosen);
          form.setValues({ person: null, group: null, unit: null });
        }}
      />
      {kind === "person" && (
        <PersonPicker organisation={organisation} autoFocus {...field(form, "person")} />
      )}
      {kind === "unit" && (
        <UnitPicker
          organisation={organisation}
          {...field(form, "unit")}
          error={form.errors["person"]}
        />
      )}
      {kind === "group" && (
        <GroupPicker
          organisation={organisation}
          {...field(form, "group")}
          error={form.errors["person"] ?? form.errors["group"]}
        />
      )}
    </>
  );
}
