import { SegmentedControl, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { doorOrders, longestWhy, orderDoors } from "@terskel/access/api/orders";
import { myDoors } from "@terskel/access/api/passages";
import { doors } from "@terskel/access/api/places";
import { useId, useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { newId } from "#new-id.ts";
import type { OrderKind } from "#orders.ts";
import { field } from "#parts/field.ts";
import { FormModal } from "#parts/FormModal.tsx";
import { useSend } from "#queries.ts";
import type { Door } from "../doors/DoorList.tsx";
import { DoorChoice } from "./DoorChoice.tsx";
import styles from "./Orders.module.css";

type Props = {
  organisation: string;
  kind: OrderKind;
  /** All that the reader administers. */
  doors: readonly Door[];
  /** Of these; of all when absent. */
  door?: string | undefined;
  onClose: () => void;
};

const hourMs = 3_600_000;
const quickHours = [1, 2, 4, 12] as const;

/** The second of two taps: which doors, why, how long, and what it does not do. */
export function OrderModal({ organisation, kind, doors: every, door, onClose }: Props) {
  const { orders: texts } = useTexts();
  const formats = useFormats(every[0]?.site.timeZone);
  const send = useSend(orderDoors, { refresh: [doorOrders, myDoors, doors] });
  // Sent again after no answer it is the same order, to the same hour.
  const [order, setOrder] = useState(newId);
  const [fromMs, setFromMs] = useState(() => Date.now());
  const lengthId = useId();
  const form = useForm({
    onValuesChange: () => {
      setOrder(newId());
      setFromMs(Date.now());
    },
    initialValues: {
      doors: door ? [door] : every.map(({ id }) => id),
      why: texts.usualWhy,
      hours: "1",
    },
    validate: {
      doors: (chosen) => (chosen.length === 0 ? texts.noDoor : null),
      why: (said) => (said.trim() === "" ? texts.noWhy : null),
    },
  });
  const { values } = form;
  const until = new Date(fromMs + Number(values.hours) * hourMs).toISOString();
  return (
    <FormModal
      title={texts[kind].title}
      submit={values.doors.length ? texts[kind].submit(values.doors.length) : texts[kind].verb}
      form={form}
      busy={send.isPending}
      error={send.error}
      onClose={onClose}
      onSubmit={({ doors: chosen, why }) =>
        send.mutate(
          { params: { organisation, order }, body: { kind, doors: chosen, why, until } },
          { onSuccess: onClose },
        )
      }
    >
      <Text>{texts[kind].lead}</Text>
      <p className={styles.egress}>{texts[kind].egress}</p>
      <DoorChoice
        doors={every}
        chosen={values.doors}
        error={form.errors["doors"]}
        onChange={field(form, "doors").onChange}
      />
      <TextInput
        label={texts.why}
        description={texts.whyHint}
        maxLength={longestWhy}
        {...form.getInputProps("why")}
      />
      <div>
        <Text id={lengthId} size="sm" fw={600} mb={6}>
          {texts.until}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={lengthId}
          data={quickHours.map((hours) => ({ value: String(hours), label: texts.hours(hours) }))}
          {...field(form, "hours")}
        />
        <Text size="sm" mt={6}>
          {texts.endsAt(formats.hour(until, Date.now()))}
        </Text>
      </div>
    </FormModal>
  );
}
