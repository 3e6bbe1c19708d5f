import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { meQuery } from "./me.ts";
import type * as Administration from "./pages/administration.ts";
import { Crash } from "./pages/Crash.tsx";
import { Demo } from "./pages/demo/Demo.tsx";
import { Doors } from "./pages/doors/Doors.tsx";
import { Bring } from "./pages/handover/Bring.tsx";
import { TakeAlong } from "./pages/handover/TakeAlong.tsx";
import { Invitation } from "./pages/invitation/Invitation.tsx";
import { Log } from "./pages/log/Log.tsx";
import { NotFound } from "./pages/NotFound.tsx";
import { Pending } from "./pages/Pending.tsx";
import { ByAddress } from "./pages/privacy/ByAddress.tsx";
import { FetchCopy } from "./pages/privacy/FetchCopy.tsx";
import { Privacy } from "./pages/privacy/Privacy.tsx";
import { Profile } from "./pages/profile/Profile.tsx";
import { signInSearch } from "./pages/sign-in/search.ts";
import { SignIn } from "./pages/sign-in/SignIn.tsx";
import { PublicFrame } from "./parts/shell/PublicFrame.tsx";
import { Shell } from "./parts/shell/Shell.tsx";
import { isSignedOut } from "./problem.ts";
import { signInFrom } from "./return-to.ts";

/** A page for administrators: residents never download them. */
const administration = (page: keyof typeof Administration) =>
  lazyRouteComponent(() => import("./pages/administration.ts"), page);

type Context = { client: QueryClient };

const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound });

// ---- For anyone

const ofRequest = (search: Record<string, unknown>): { request?: string } =>
  typeof search["request"] === "string" ? { request: search["request"] } : {};
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
    component: Demo,
  }),
  createRoute({
    getParentRoute: () => open,
    path: "/invitation",
    component: Invitation,
  }),
  createRoute({
    getParentRoute: () => open,
    path: "/privacy/request",
    component: ByAddress,
  }),
  createRoute({
    getParentRoute: () => open,
    path: "/privacy/file",
    component: FetchCopy,
    validateSearch: ofRequest,
  }),
];

// ---- For a signed-in person

/** Who is not signed in goes to sign-in and comes back. */
const signedIn = createRoute({
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
const ownPages = [
  createRoute({ getParentRoute: () => signedIn, path: "/", component: Doors }),
  createRoute({ getParentRoute: () => signedIn, path: "/log", component: Log }),
  createRoute({
    getParentRoute: () => signedIn,
    path: "/profile",
    component: Profile,
  }),
  createRoute({ getParentRoute: () => signedIn, path: "/privacy", component: Privacy }),
  createRoute({
    getParentRoute: () => signedIn,
    path: "/privacy/take-along",
    component: TakeAlong,
  }),
  createRoute({ getParentRoute: () => signedIn, path: "/privacy/bring", component: Bring }),
  createRoute({
    getParentRoute: () => signedIn,
    path: "/manage",
    component: administration("ManageHome"),
  }),
];

// ---- For administrators

const manage = createRoute({
  getParentRoute: () => signedIn,
  path: "/manage/$organisation",
  component: administration("Manage"),
});
const ofDoor = (search: Record<string, unknown>): { door?: string } =>
  typeof search["door"] === "string" ? { door: search["door"] } : {};
const inManage = { getParentRoute: () => manage };
const managePages = [
  createRoute({
    ...inManage,
    path: "/",
    component: administration("Overview"),
  }),
  createRoute({
    ...inManage,
    path: "/sites",
    component: administration("Sites"),
  }),
  createRoute({
    ...inManage,
    path: "/doors",
    component: administration("DoorList"),
  }),
  createRoute({
    ...inManage,
    path: "/controllers",
    component: administration("Controllers"),
  }),
  createRoute({
    ...inManage,
    path: "/people",
    component: administration("People"),
  }),
  createRoute({
    ...inManage,
    path: "/people/$person",
    component: administration("OnePerson"),
  }),
  createRoute({
    ...inManage,
    path: "/units",
    component: administration("Units"),
  }),
  createRoute({
    ...inManage,
    path: "/groups",
    component: administration("Groups"),
  }),
  createRoute({
    ...inManage,
    path: "/groups/$group",
    component: administration("OneGroup"),
  }),
  createRoute({
    ...inManage,
    path: "/grants",
    validateSearch: ofDoor,
    component: administration("Grants"),
  }),
  createRoute({
    ...inManage,
    path: "/invitations",
    component: administration("Invitations"),
  }),
  createRoute({
    ...inManage,
    path: "/import",
    component: administration("Import"),
  }),
  createRoute({
    ...inManage,
    path: "/log",
    validateSearch: ofDoor,
    component: administration("DoorLog"),
  }),
  createRoute({
    ...inManage,
    path: "/privacy",
    component: administration("PrivacyDesk"),
  }),
  createRoute({ ...inManage, path: "/privacy/holds", component: administration("Holds") }),
  createRoute({ ...inManage, path: "/privacy/ledger", component: administration("Ledger") }),
  createRoute({
    ...inManage,
    path: "/privacy/agreement",
    component: administration("OwnAgreement"),
  }),
  createRoute({
    ...inManage,
    path: "/privacy/$request",
    component: administration("OneRequest"),
  }),
] as const;

// ---- For the operator

const operator = createRoute({
  getParentRoute: () => signedIn,
  path: "/operator",
  component: administration("Operator"),
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
    component: administration("Organisations"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/organisations/$organisation",
    component: administration("Agreement"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/ended-agreements",
    component: administration("Ended"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/ended-agreements/$organisation",
    component: administration("OneReport"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/sign-in-attempts",
    component: administration("Attempts"),
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
