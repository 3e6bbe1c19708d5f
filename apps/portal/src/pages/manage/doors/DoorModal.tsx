import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { airlocks, areas } from "@terskel/access/api/areas";
import { keypadDoors } from "@terskel/access/api/keypads";
import { myDoors } from "@terskel/access/api/passages";
import { controllers } from "@terskel/access/api/controllers";
import { addDoor, changeDoor, doors, oneDoor, sites } from "@terskel/access/api/places";
import { schedules } from "@terskel/access/api/schedules";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { SchedulePicker } from "#parts/pickers/SchedulePicker.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { WholeNumberInput } from "#parts/WholeNumberInput.tsx";
import { all } from "#queries.ts";
import type { Door } from "./DoorList.tsx";
import { RuleFields, rulesOf, type Rules } from "./RuleFields.tsx";

type Props = { organisation: string; door: Door | undefined; onClose: () => void };
type Values = {
  name: string;
  site: string;
  /** null: not chosen yet; empty: none. */
  controller: string | null;
  /** Empty: the next free one. */
  output: number | "";
  openSeconds: number;
  extendedOpenSeconds: number;
  hasContact: boolean;
  heldAfterSeconds: number;
  /** Empty: for as long as it takes. */
  aloneHours: string;
  keypad: boolean;
  unlockSchedule: string | null;
  firstPerson: boolean;
} & Rules;

/** A new door, or another name, controller, output or time for one that is there. */
export function DoorModal({ organisation, door, onClose }: Props) {
  const { alarms, extendedTime, keypads, manage, shell, unlocking } = useTexts();
  const { doors: texts } = manage;
  const tell = useTell();
  const client = useQueryClient();
  const params = { organisation };
  const places = useQuery(all(sites, { params }));
  const boxes = useQuery(all(controllers, { params }));
  const form = useForm<Values>({
    initialValues: {
      name: door?.name ?? "",
      site: door?.site.id ?? "",
      controller: door ? (door.controller?.id ?? "") : null,
      output: door?.output ?? "",
      openSeconds: door?.openSeconds ?? 5,
      extendedOpenSeconds: door?.extendedOpenSeconds ?? 20,
      hasContact: door?.heldAfterSeconds !== undefined,
      heldAfterSeconds: door?.heldAfterSeconds ?? 30,
      aloneHours: door && door.aloneHours === undefined ? "" : String(door?.aloneHours ?? 720),
      keypad: door?.keypad ?? false,
      unlockSchedule: door?.unlockSchedule?.id ?? null,
      firstPerson: door?.firstPerson ?? false,
      ...rulesOf(door),
    },
  });
  const { site: chosenSite } = form.values;
  const site = chosenSite || (places.data?.[0]?.id ?? "");
  const here = boxes.data?.filter((box) => box.site.id === site) ?? [];
  // Whoever adds a door to a site with a controller means, as a rule, that this one runs it.
  const controller = form.values.controller ?? here[0]?.id ?? "";
  const send = useMutation({
    mutationFn: async ({ name, output, openSeconds, hasContact, ...values }: Values) => {
      const { extendedOpenSeconds, heldAfterSeconds, keypad, unlockSchedule, firstPerson } = values;
      const aloneHours = values.aloneHours === "" ? null : Number(values.aloneHours);
      const { readerInside, twoPeople, stepUp, area, airlock } = values;
      const rules = { readerInside, twoPeople, stepUp, area, airlock };
      const more = { extendedOpenSeconds, keypad, unlockSchedule, firstPerson, ...rules };
      const wired = controller && output !== "" ? { output } : {};
      if (door) {
        const body = {
          name,
          controller: controller || null,
          openSeconds,
          heldAfterSeconds: hasContact ? heldAfterSeconds : null,
          aloneHours,
          ...more,
          ...wired,
        };
        await call(changeDoor, { params: { organisation, door: door.id }, body });
      } else {
        const run = controller ? { controller, ...wired } : {};
        const contact = hasContact ? { heldAfterSeconds } : {};
        const body = { name, site, openSeconds, aloneHours, ...contact, ...more, ...run };
        await call(addDoor, { params, body });
      }
    },
    onSuccess: async () => {
      await Promise.all(
        [doors, oneDoor, myDoors, keypadDoors, sites, schedules, areas, airlocks].map(({ id }) =>
          client.invalidateQueries({ queryKey: [id] }),
        ),
      );
      tell.done(door ? undefined : texts.added);
      onClose();
    },
  });
  return (
    <FormModal
      title={door ? texts.edit : texts.add}
      submit={door ? shell.save : texts.add}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={(values) => send.mutate(values)}
    >
      <TextInput label={texts.name} data-autofocus {...form.getInputProps("name")} />
      {!door && (
        <NativeSelect
          label={texts.site}
          data={places.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          {...form.getInputProps("site")}
          value={site}
          onChange={({ currentTarget: { value } }) =>
            form.setValues({ site: value, controller: null, output: "" })
          }
        />
      )}
      <NativeSelect
        label={texts.controller}
        data={[
          { value: "", label: texts.noController },
          ...here.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps("controller")}
        value={controller}
        onChange={({ currentTarget: { value } }) =>
          form.setValues({ controller: value, output: "" })
        }
      />
      {controller && (
        <WholeNumberInput
          label={texts.output}
          description={texts.outputHint}
          min={1}
          max={999}
          {...form.getInputProps("output")}
        />
      )}
      <WholeNumberInput
        label={texts.openSeconds}
        description={texts.openSecondsHint}
        min={1}
        max={60}
        {...form.getInputProps("openSeconds")}
      />
      <WholeNumberInput
        label={extendedTime.seconds}
        description={extendedTime.secondsHint}
        min={1}
        max={120}
        {...form.getInputProps("extendedOpenSeconds")}
      />
      <NativeSelect
        label={texts.alone}
        description={texts.aloneHint}
        data={[
          ...aloneChoices(form.values.aloneHours).map((hours) => ({
            value: String(hours),
            label: texts.aloneFor(hours),
          })),
          { value: "", label: texts.aloneForEver },
        ]}
        {...form.getInputProps("aloneHours")}
      />
      <Checkbox
        label={alarms.contact}
        description={alarms.contactHint}
        {...form.getInputProps("hasContact", { type: "checkbox" })}
      />
      {form.values.hasContact && (
        <WholeNumberInput
          label={alarms.heldAfter}
          description={alarms.heldAfterHint}
          min={5}
          max={3600}
          {...form.getInputProps("heldAfterSeconds")}
        />
      )}
      <Checkbox
        label={keypads.keypad}
        description={keypads.keypadHint}
        {...form.getInputProps("keypad", { type: "checkbox" })}
      />
      <SchedulePicker
        organisation={organisation}
        words={{ label: unlocking.schedule, hint: unlocking.scheduleHint, none: unlocking.none }}
        {...field(form, "unlockSchedule")}
      />
      {form.values.unlockSchedule && (
        <Checkbox
          label={unlocking.firstPerson}
          description={unlocking.firstPersonHint}
          {...form.getInputProps("firstPerson", { type: "checkbox" })}
        />
      )}
      <RuleFields
        organisation={organisation}
        bind={(name) => field(form, name)}
        tick={(name) => form.getInputProps(name, { type: "checkbox" })}
      />
    </FormModal>
  );
}

const usualHours = [1, 12, 24, 7 * 24, 30 * 24];

/** With what it is now, which the API may have set to any hour. */
const aloneChoices = (now: string) =>
  [...new Set([...usualHours, ...(now === "" ? [] : [Number(now)])])].toSorted((a, b) => a - b);
