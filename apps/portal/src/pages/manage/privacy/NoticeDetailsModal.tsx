import { Fieldset, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { noticeVersions } from "@terskel/kernel/api/notice-versions";
import { putNoticeDetails, readNoticeDetails } from "@terskel/kernel/api/notices";
import type { Received } from "@terskel/platform/contract";
import { useTexts } from "#language/context.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";

type Details = Received<typeof readNoticeDetails>;
type Props = { organisation: string; details: Details; onClose: () => void };

const fields = [
  "address",
  "email",
  "phone",
  "privacyContact",
  "privacyEmail",
  "privacyPhone",
] as const;
const places = ["about", "contact"] as const;
const languages = ["nb", "sv", "en"] as const;
const noWords = { nb: "", sv: "", en: "" };

/** What no declaration knows: how the organisation is reached, and its own words. */
export function NoticeDetailsModal({ organisation, details, onClose }: Props) {
  const { notice } = useTexts();
  const tell = useTell();
  const form = useForm({
    initialValues: {
      address: details.address ?? "",
      email: details.email ?? "",
      phone: details.phone ?? "",
      privacyContact: details.privacyContact ?? "",
      privacyEmail: details.privacyEmail ?? "",
      privacyPhone: details.privacyPhone ?? "",
      about: details.about ?? noWords,
      contact: details.contact ?? noWords,
    },
  });
  const send = useSend(putNoticeDetails, { refresh: [readNoticeDetails, noticeVersions] });
  return (
    <FormModal
      title={notice.details}
      submit={notice.save}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => {
        const said = fields.flatMap((field) => {
          const value = values[field].trim();
          return value === "" ? [] : [[field, value] as const];
        });
        const words = places.flatMap((place) =>
          languages.every((each) => values[place][each].trim() === "")
            ? []
            : [[place, values[place]] as const],
        );
        send.mutate(
          { params: { organisation }, body: Object.fromEntries([...said, ...words]) },
          {
            onSuccess: () => {
              tell.done(notice.saved);
              onClose();
            },
          },
        );
      }}
    >
      <Text>{notice.detailsLead}</Text>
      {fields.map((field) => (
        <TextInput
          key={field}
          label={notice[field]}
          description={field === "privacyContact" ? notice.privacyContactHint : undefined}
          maxLength={200}
          {...form.getInputProps(field)}
        />
      ))}
      {places.map((place) => (
        <Fieldset key={place} legend={notice[place]}>
          <Text size="sm">{notice.wordsHint}</Text>
          {languages.map((each) => (
            <Textarea
              key={each}
              label={notice.inLanguage[each]}
              lang={each}
              autosize
              minRows={2}
              maxLength={2000}
              {...form.getInputProps(`${place}.${each}`)}
            />
          ))}
        </Fieldset>
      ))}
    </FormModal>
  );
}
