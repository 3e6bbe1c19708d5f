import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import "./theme/styles.ts";
import { LanguageProvider } from "./language/LanguageProvider.tsx";
import { currentLanguage, speak } from "./language/choice.ts";
import { loadTexts } from "./language/texts.ts";
import { isProblem } from "./problem.ts";
import { createPortalRouter } from "./router.tsx";
import { schemeManager } from "./theme/scheme.ts";
import { adoptTheme } from "./theme/sheet.ts";
import { theme } from "./theme/theme.ts";

adoptTheme();

/** The session ended under our feet: forget what was read, and let the router ask for sign-in. */
function onError(error: unknown) {
  if (!isProblem(error, "not-signed-in")) return;
  if (!router.state.matches.some(({ routeId }) => routeId === "/signed-in")) return;
  client.removeQueries();
  void router.invalidate();
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one; only what never reached the server is worth a second try.
      retry: (count, error) => count < 2 && isProblem(error) && error.status === 0,
    },
  },
});
const router = createPortalRouter(client);

const language = currentLanguage();
speak(language, { keep: false });
const initial = { language, texts: await loadTexts(language) };

const root = document.getElementById("root");
if (!root) throw new Error("no #root");
createRoot(root).render(
  <MantineProvider
    theme={theme}
    defaultColorScheme="auto"
    colorSchemeManager={schemeManager}
    // Both are written into <style> elements, which the CSP forbids: see theme/sheet.ts.
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <LanguageProvider initial={initial}>
      <QueryClientProvider client={client}>
        <ModalsProvider>
          <Notifications position="top-center" />
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </MantineProvider>,
);
