import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent as lazy,
  redirect,
} from "@tanstack/react-router";
import { meQuery } from "./me.ts";
import { Crash } from "./pages/Crash.tsx";
import { Doors } from "./pages/doors/Doors.tsx";
import { Log } from "./pages/log/Log.tsx";
import { NotFound } from "./pages/NotFound.tsx";
import { Pending } from "./pages/Pending.tsx";
import { signInSearch } from "./pages/sign-in/search.ts";
import { SignIn } from "./pages/sign-in/SignIn.tsx";
import { PublicFrame } from "./parts/shell/PublicFrame.tsx";
import { Shell } from "./parts/shell/Shell.tsx";
import { isSignedOut } from "./problem.ts";

type Context = { client: QueryClient };

const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound });

// ---- For anyone

const open = createRoute({ getParentRoute: () => root, id: "public", component: PublicFrame });
const openPages = [
  createRoute({
    getParentRoute: () => open,
    path: "/sign-in",
    component: SignIn,
    validateSearch: signInSearch,
  }),
  createRoute({
    getParentRoute: () => open,
    path: "/demo",
    component: lazy(() => import("./pages/demo/Demo.tsx"), "Demo"),
  }),
  createRoute({
    getParentRoute: () => open,
    path: "/invitation",
    component: lazy(() => import("./pages/invitation/Invitation.tsx"), "Invitation"),
  }),
];

// ---- For a signed-in person

/** Who is not signed in goes to sign-in and comes back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: Shell,
  beforeLoad: async ({ context: { client }, location: { pathname, searchStr, hash } }) => {
    try {
      await client.ensureQueryData(meQuery);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      const place = pathname + searchStr;
      throw redirect({ to: "/sign-in", search: place === "/" ? {} : { returnTo: place }, hash });
    }
  },
});
const ownPages = [
  createRoute({ getParentRoute: () => signedIn, path: "/", component: Doors }),
  createRoute({ getParentRoute: () => signedIn, path: "/log", component: Log }),
  createRoute({
    getParentRoute: () => signedIn,
    path: "/profile",
    component: lazy(() => import("./pages/profile/Profile.tsx"), "Profile"),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: "/manage",
    component: lazy(() => import("./pages/manage/ManageHome.tsx"), "ManageHome"),
  }),
];

// ---- For administrators: downloaded when first opened, residents never need it

const manage = createRoute({
  getParentRoute: () => signedIn,
  path: "/manage/$organisation",
  component: lazy(() => import("./pages/manage/Manage.tsx"), "Manage"),
});
const ofDoor = (search: Record<string, unknown>): { door?: string } =>
  typeof search["door"] === "string" ? { door: search["door"] } : {};
const inManage = { getParentRoute: () => manage };
const managePages = [
  createRoute({
    ...inManage,
    path: "/",
    component: lazy(() => import("./pages/manage/Overview.tsx"), "Overview"),
  }),
  createRoute({
    ...inManage,
    path: "/sites",
    component: lazy(() => import("./pages/manage/sites/Sites.tsx"), "Sites"),
  }),
  createRoute({
    ...inManage,
    path: "/doors",
    component: lazy(() => import("./pages/manage/doors/DoorList.tsx"), "DoorList"),
  }),
  createRoute({
    ...inManage,
    path: "/controllers",
    component: lazy(() => import("./pages/manage/controllers/Controllers.tsx"), "Controllers"),
  }),
  createRoute({
    ...inManage,
    path: "/people",
    component: lazy(() => import("./pages/manage/people/People.tsx"), "People"),
  }),
  createRoute({
    ...inManage,
    path: "/people/$person",
    component: lazy(() => import("./pages/manage/people/OnePerson.tsx"), "OnePerson"),
  }),
  createRoute({
    ...inManage,
    path: "/units",
    component: lazy(() => import("./pages/manage/units/Units.tsx"), "Units"),
  }),
  createRoute({
    ...inManage,
    path: "/groups",
    component: lazy(() => import("./pages/manage/groups/Groups.tsx"), "Groups"),
  }),
  createRoute({
    ...inManage,
    path: "/groups/$group",
    component: lazy(() => import("./pages/manage/groups/OneGroup.tsx"), "OneGroup"),
  }),
  createRoute({
    ...inManage,
    path: "/grants",
    validateSearch: ofDoor,
    component: lazy(() => import("./pages/manage/grants/Grants.tsx"), "Grants"),
  }),
  createRoute({
    ...inManage,
    path: "/invitations",
    component: lazy(() => import("./pages/manage/invitations/Invitations.tsx"), "Invitations"),
  }),
  createRoute({
    ...inManage,
    path: "/import",
    component: lazy(() => import("./pages/manage/import/Import.tsx"), "Import"),
  }),
  createRoute({
    ...inManage,
    path: "/log",
    validateSearch: ofDoor,
    component: lazy(() => import("./pages/manage/log/DoorLog.tsx"), "DoorLog"),
  }),
] as const;

// ---- For the operator

const operator = createRoute({
  getParentRoute: () => signedIn,
  path: "/operator",
  component: lazy(() => import("./pages/operator/Operator.tsx"), "Operator"),
});
const operatorPages = [
  createRoute({
    getParentRoute: () => operator,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: "/operator/organisations" });
    },
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/organisations",
    component: lazy(() => import("./pages/operator/Organisations.tsx"), "Organisations"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/sign-in-attempts",
    component: lazy(() => import("./pages/operator/Attempts.tsx"), "Attempts"),
  }),
];

const tree = root.addChildren([
  open.addChildren(openPages),
  signedIn.addChildren([
    ...ownPages,
    manage.addChildren(managePages),
    operator.addChildren(operatorPages),
  ]),
]);

export function createPortalRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: "intent",
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Pending,
    defaultPendingMs: 300,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- has to merge with theirs
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
