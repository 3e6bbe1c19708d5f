import { NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { eeaCountries } from "@terskel/kernel/api/eea";
import { useRegions } from "#language/use-regions.ts";
import { useTexts } from "#language/context.ts";
import { field } from "./field.ts";
import { DayPicker } from "./pickers/DayPicker.tsx";

/** By which right somebody outside gets data: as a processor under an agreement, or on a ground of its own. */
export type ReceiverValues = {
  country: string;
  by: "ground" | "agreement";
  agreedUntil: string;
  ground: string;
};

export const noReceiver: ReceiverValues = {
  country: "NO",
  by: "ground",
  agreedUntil: "",
  ground: "",
};

/** What the routes take of it. */
export const receiverBody = ({ country, by, agreedUntil, ground }: ReceiverValues) => ({
  country,
  ...(by === "agreement" ? { agreedUntil } : { ground }),
});

/** The one that goes by what is chosen has to be there. */
export const receiverRules = (required: string) => ({
  agreedUntil: (day: string, { by }: ReceiverValues) =>
    by === "agreement" && day === "" ? required : null,
  ground: (words: string, { by }: ReceiverValues) =>
    by === "ground" && words.trim() === "" ? required : null,
});

/** Country, and agreement or ground: nobody outside gets anything without. */
export function ReceiverFields<V extends ReceiverValues>(given: { form: UseFormReturnType<V> }) {
  // What is beside these values in the form is not for here.
  const form = given.form as unknown as UseFormReturnType<ReceiverValues>;
  const { receiver: texts } = useTexts().integrations;
  const regionOf = useRegions();
  return (
    <>
      <NativeSelect
        label={texts.country}
        description={texts.countryHint}
        data={eeaCountries
          .map((value) => ({ value, label: regionOf(value) }))
          .toSorted((a, b) => a.label.localeCompare(b.label))}
        {...form.getInputProps("country")}
      />
      <SegmentedControl
        aria-label={texts.by}
        data={[
          { value: "ground", label: texts.byGround },
          { value: "agreement", label: texts.byAgreement },
        ]}
        {...form.getInputProps("by")}
      />
      {form.values.by === "agreement" ? (
        <DayPicker label={texts.agreedUntil} {...field(form, "agreedUntil")} />
      ) : (
        <TextInput
          label={texts.ground}
          description={texts.groundHint}
          maxLength={200}
          {...form.getInputProps("ground")}
        />
      )}
    </>
  );
}
