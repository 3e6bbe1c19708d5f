import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { meQuery } from "./me.ts";
import type * as Administration from "./pages/administration.ts";
import { NotFound } from "./pages/NotFound.tsx";
import { PublicFrame } from "./parts/shell/PublicFrame.tsx";
import { Shell } from "./parts/shell/Shell.tsx";
import { isSignedOut } from "./problem.ts";
import { signInFrom } from "./return-to.ts";

/** A page for administrators: residents never download them. */
export const administration = (page: keyof typeof Administration) =>
  lazyRouteComponent(() => import("./pages/administration.ts"), page);

type Context = { client: QueryClient };

export const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound });

/** Around the pages for anyone. */
export const open = createRoute({
  getParentRoute: () => root,
  id: "public",
  component: PublicFrame,
});

/** Who is not signed in goes to sign-in and comes back. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: Shell,
  beforeLoad: async ({ context: { client }, location }) => {
    try {
      await client.ensureQueryData(meQuery);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect(signInFrom(location));
    }
  },
});
