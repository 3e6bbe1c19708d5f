import { NativeSelect, Text, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTexts } from "#language/context.ts";
import type { Wish } from "./requests.ts";

const grounds = ["accuracy-contested", "unlawful", "legal-claims", "objection-pending"] as const;

/** What a rectification or restriction has to say, whoever enters it. */
export type WishValues = {
  record: string;
  wrong: string;
  right: string;
  ground: string;
  note: string;
};

export const noWish: WishValues = {
  record: "",
  wrong: "",
  right: "",
  ground: grounds[0],
  note: "",
};

export type FormKind = "access" | "portability" | "rectification" | "restriction" | "erasure";
/** Whoever has no account says no to marketing here too. */
export type AddressKind = FormKind | "marketing";

/** The wish that the fields say. */
export function wishFrom(kind: AddressKind, values: WishValues): Wish {
  const { record, wrong, right, note } = values;
  if (kind === "rectification") return { kind, record, wrong, right };
  if (kind === "access" || kind === "portability") return { kind };
  if (kind === "erasure") return { kind, account: false };
  if (kind === "marketing") return { kind: "objection", to: "direct-marketing" };
  const ground = grounds.find((each) => each === values.ground) ?? grounds[0];
  return { kind, ground, ...(note.trim() ? { note: note.trim() } : {}) };
}

type Props = { kind: AddressKind; form: UseFormReturnType<WishValues> };

export function WishFields({ kind, form }: Props) {
  const { privacy } = useTexts();
  if (kind === "rectification") {
    return (
      <>
        <TextInput
          label={privacy.recordField}
          maxLength={200}
          required
          data-autofocus
          {...form.getInputProps("record")}
        />
        <Textarea
          label={privacy.wrong}
          autosize
          minRows={2}
          maxLength={2000}
          required
          {...form.getInputProps("wrong")}
        />
        <Textarea
          label={privacy.right}
          description={privacy.noNumbers}
          autosize
          minRows={2}
          maxLength={2000}
          required
          {...form.getInputProps("right")}
        />
      </>
    );
  }
  if (kind !== "restriction") return null;
  return (
    <>
      <Text>{privacy.restrictionHint}</Text>
      <NativeSelect
        label={privacy.ground}
        data={grounds.map((value) => ({ value, label: privacy.grounds[value] }))}
        {...form.getInputProps("ground")}
      />
      <Textarea
        label={privacy.note}
        description={privacy.noNumbers}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps("note")}
      />
    </>
  );
}
