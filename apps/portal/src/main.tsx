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
import { signInFrom } from "./return-to.ts";
import { schemeManager } from "./theme/scheme.ts";
import { adoptTheme } from "./theme/sheet.ts";
import { theme } from "./theme/theme.ts";

adoptTheme();

let leaving = false;

/** The session ended under our feet: to sign-in, and back to this page afterwards. */
async function onError(error: unknown) {
  const inside = router.state.matches.some(({ routeId }) => routeId === "/signed-in");
  if (leaving || !inside || !isProblem(error, "not-signed-in")) return;
  leaving = true;
  await router.navigate(signInFrom(router.state.location));
  client.clear();
  leaving = false;
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => void onError(error) }),
  mutationCache: new MutationCache({ onError: (error) => void onError(error) }),
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
