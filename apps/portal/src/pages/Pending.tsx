import { Loader, Title } from "@mantine/core";
import { useTexts } from "../language/context.ts";
import { StandAlone } from "../parts/shell/StandAlone.tsx";

/** While a page is on its way: nothing for a moment, then this. */
export function Pending() {
  const { shell } = useTexts();
  return (
    <StandAlone>
      <div role="status">
        <Title order={1} size="h4">
          {shell.loading}
        </Title>
        <Loader type="dots" mt="sm" />
      </div>
    </StandAlone>
  );
}
