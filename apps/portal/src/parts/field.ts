import type { UseFormReturnType } from "@mantine/form";

/** A form's field for a control of ours: typed, where Mantine's own `getInputProps` is `any`. */
export function field<V extends Record<string, unknown>, K extends keyof V & string>(
  form: UseFormReturnType<V>,
  name: K,
) {
  return {
    value: form.values[name],
    error: form.errors[name],
    onChange: (value: V[K]) => form.setValues({ [name]: value } as unknown as Partial<V>),
  };
}
