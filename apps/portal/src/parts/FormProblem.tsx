import type { UseFormReturnType } from "@mantine/form";
import { useEffect } from "react";
import { useTexts } from "../language/context.ts";
import { isProblem } from "../problem.ts";
import { ErrorNote } from "./ErrorNote.tsx";

// oxlint-disable-next-line typescript/no-explicit-any -- a form of any values; only names are used
type AnyForm = UseFormReturnType<any>;
type Props = { error: unknown; form: AnyForm };

/** Why the server refused the form: each field's reason at the field, what belongs to none above the buttons. */
export function FormProblem({ error, form }: Props) {
  const { fields } = useTexts().problems;
  useEffect(() => {
    if (!isProblem(error)) return;
    const known = error.errors.filter(({ path }) => nameOf(path) in form.getValues());
    form.setErrors(
      Object.fromEntries(
        known.map(({ path, message }) => [nameOf(path), message ?? fields.invalid]),
      ),
    );
    const first = known[0] && form.getInputNode(nameOf(known[0].path));
    first?.focus();
    // Once for each answer of the server; the form itself is the same throughout.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  return error ? <ErrorNote error={error} /> : null;
}

/** `body.email` -> `email` */
function nameOf(path: string): string {
  return path.replace(/^body\./, "");
}
