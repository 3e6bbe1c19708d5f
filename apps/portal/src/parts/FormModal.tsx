import { Button, Group, Modal, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTexts } from "../language/context.ts";
import { FormProblem } from "./FormProblem.tsx";
import { useFocusBack } from "./use-focus-back.ts";

type Props<V extends Record<string, unknown>> = {
  title: string;
  submit: string;
  form: UseFormReturnType<V>;
  busy: boolean;
  error: unknown;
  /** There is nothing to send. */
  disabled?: boolean;
  /** How wide, where it is not as usual. */
  size?: "lg";
  onSubmit: (values: V) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in front of the page; over all of it on a phone. Mounted only while it is open. */
export function FormModal<V extends Record<string, unknown>>(props: Props<V>) {
  const { title, submit, form, busy, error, disabled, size, onSubmit, onClose, children } = props;
  const { shell } = useTexts();
  useFocusBack();
  const phone = useMediaQuery("(max-width: 36em)", false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      fullScreen={phone}
      {...(size ? { size } : {})}
      closeButtonProps={{ "aria-label": shell.close }}
    >
      <form
        // What is wrong may have been scrolled out of sight.
        onSubmit={form.onSubmit(onSubmit, (errors) => focusFirst(form, errors))}
        noValidate
      >
        <Stack>
          {children}
          <FormProblem error={error} form={form} />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={busy} {...(disabled ? { disabled } : {})}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function focusFirst<V extends Record<string, unknown>>(form: UseFormReturnType<V>, errors: object) {
  const nodes = Object.keys(errors).map((name) => form.getInputNode(name));
  nodes.find((node) => node !== null)?.focus();
}
