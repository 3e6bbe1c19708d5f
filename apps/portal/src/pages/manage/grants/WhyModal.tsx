import { Alert, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { explainAccess } from "@terskel/access/api/explain";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { GrantRoleTag } from "#parts/GrantRoleTag.tsx";
import { DoorPicker } from "#parts/pickers/DoorPicker.tsx";
import { InstantPicker } from "#parts/pickers/InstantPicker.tsx";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { Validity } from "#parts/Validity.tsx";
import { useSend } from "#queries.ts";
import { useDoorZone } from "../use-door-zone.ts";

type Props = { organisation: string; door?: string | undefined; onClose: () => void };
type Values = { person: string | null; door: string | null; at: string };

/** Could this person open this door then, and why? */
export function WhyModal({ organisation, door, onClose }: Props) {
  const { areas, doors: doorTexts, explain, giving, grants, problems } = useTexts();
  const missing = (value: string | null) => (value ? null : problems.fields.required);
  const form = useForm<Values>({
    initialValues: { person: null, door: door ?? null, at: new Date().toISOString() },
    validate: { person: missing, door: missing, at: missing },
  });
  const timeZone = useDoorZone(organisation, form.values.door);
  const send = useSend(explainAccess);
  const reasons: Readonly<Record<string, string>> = doorTexts.logReasons;
  const reasonOf = (reason: string) => reasons[reason] ?? explain.opens;
  const found = send.data;
  return (
    <FormModal
      title={explain.ask}
      submit={explain.submit}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ person, door: at, at: when }) =>
        send.mutate({
          params: { organisation, person: person ?? "", door: at ?? "" },
          query: { at: when },
        })
      }
    >
      <Text>{explain.lead}</Text>
      <PersonPicker organisation={organisation} autoFocus {...field(form, "person")} />
      <DoorPicker organisation={organisation} {...field(form, "door")} />
      <InstantPicker
        label={explain.at}
        description={explain.atHint}
        timeZone={timeZone}
        {...field(form, "at")}
      />
      {found && (
        <>
          <Alert
            role="status"
            className="note"
            data-tone={found.allowed ? "good" : "bad"}
            icon={found.allowed ? <IconCheck aria-hidden /> : <IconX aria-hidden />}
          >
            {found.allowed
              ? explain.yes(found.person.name, found.door.name)
              : explain.no(found.person.name, found.door.name, reasonOf(found.reason))}
          </Alert>
          {found.allowed && found.rules.length > 0 && (
            <Text>
              {areas.also} {found.rules.map((rule) => areas.rules[rule]).join("; ")}.
            </Text>
          )}
          {found.grants.length > 0 && (
            <DataTable
              label={explain.each}
              rows={found.grants.map((grant, index) => ({ ...grant, key: String(index) }))}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: "role",
                  label: giving.role,
                  cell: ({ role, via, asTenant }) => (
                    <span>
                      <GrantRoleTag role={role} />{" "}
                      {via && (asTenant ? grants.asTenant : grants.via)(via)}
                    </span>
                  ),
                },
                {
                  key: "validity",
                  label: giving.validity,
                  cell: (grant) => (
                    <span>
                      <Validity {...grant} timeZone={found.door.timeZone} />
                    </span>
                  ),
                },
                { key: "how", label: explain.how, cell: ({ reason }) => reasonOf(reason) },
              ]}
            />
          )}
        </>
      )}
    </FormModal>
  );
}
