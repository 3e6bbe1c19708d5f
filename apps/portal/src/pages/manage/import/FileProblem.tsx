import { Alert } from "@mantine/core";
import { useTexts } from "#language/context.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { isProblem } from "#problem.ts";

type Props = { error: unknown; tooLarge: boolean };

/** Why a file cannot be read at all, with the columns the server names. */
export function FileProblem({ error, tooLarge }: Props) {
  const { importing } = useTexts();
  if (tooLarge) {
    return (
      <Alert role="alert" className="note" data-tone="bad">
        {importing.tooLarge}
      </Alert>
    );
  }
  if (!error) return null;
  const named = isProblem(error) ? error.errors.filter(({ message }) => message) : [];
  return (
    <>
      <ErrorNote error={error} />
      {named.length > 0 && (
        <ul>
          {named.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}
