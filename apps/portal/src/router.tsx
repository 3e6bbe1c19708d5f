import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { meQuery } from "./me.ts";
import { Crash } from "./pages/Crash.tsx";
import { Doors } from "./pages/doors/Doors.tsx";
import { Invitation } from "./pages/invitation/Invitation.tsx";
import { Log } from "./pages/log/Log.tsx";
import { NotFound } from "./pages/NotFound.tsx";
import { Profile } from "./pages/profile/Profile.tsx";
import { SignIn } from "./pages/sign-in/SignIn.tsx";
import { PublicFrame } from "./parts/shell/PublicFrame.tsx";
import { Shell } from "./parts/shell/Shell.tsx";
import { isSignedOut } from "./problem.ts";
import { signInSearch } from "./pages/sign-in/search.ts";

type Context = { client: QueryClient };

const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound });

const publicPart = createRoute({
  getParentRoute: () => root,
  id: "public",
  component: PublicFrame,
});

/** Everything below here needs a signed-in person; others go to sign-in and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: Shell,
  beforeLoad: async ({ context: { client }, location }) => {
    try {
      await client.ensureQueryData(meQuery);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: "/sign-in", search: returnHere(location), hash: location.hash });
    }
  },
});

function returnHere({ pathname, searchStr }: { pathname: string; searchStr: string }) {
  const place = pathname + searchStr;
  return place === "/" ? {} : { returnTo: place };
}

const routes = root.addChildren([
  publicPart.addChildren([
    createRoute({
      getParentRoute: () => publicPart,
      path: "/sign-in",
      component: SignIn,
      validateSearch: signInSearch,
    }),
    createRoute({
      getParentRoute: () => publicPart,
      path: "/demo",
      component: lazyRouteComponent(() => import("./pages/demo/Demo.tsx"), "Demo"),
    }),
    createRoute({
      getParentRoute: () => publicPart,
      path: "/invitation",
      component: Invitation,
    }),
  ]),
  signedIn.addChildren([
    createRoute({ getParentRoute: () => signedIn, path: "/", component: Doors }),
    createRoute({ getParentRoute: () => signedIn, path: "/log", component: Log }),
    createRoute({ getParentRoute: () => signedIn, path: "/profile", component: Profile }),
  ]),
]);

export function createPortalRouter(client: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { client },
    defaultPreload: "intent",
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- has to merge with theirs
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
