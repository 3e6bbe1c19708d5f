import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, redirect } from "@tanstack/react-router";
import { administration, open, root, signedIn } from "./frames.ts";
import { AdvisedPerson } from "./pages/advice/AdvisedPerson.tsx";
import { Advice } from "./pages/advice/Advice.tsx";
import { OneAdvice } from "./pages/advice/OneAdvice.tsx";
import { Choices } from "./pages/choices/Choices.tsx";
import { Crash } from "./pages/Crash.tsx";
import { Demo } from "./pages/demo/Demo.tsx";
import { Doors } from "./pages/doors/Doors.tsx";
import { Bring } from "./pages/handover/Bring.tsx";
import { TakeAlong } from "./pages/handover/TakeAlong.tsx";
import { Invitation } from "./pages/invitation/Invitation.tsx";
import { Log } from "./pages/log/Log.tsx";
import { grantSearch } from "./pages/manage/grants/search.ts";
import { personSearch } from "./pages/manage/people/works.ts";
import { logSearch } from "./pages/manage/log/search.ts";
import { NotFound } from "./pages/NotFound.tsx";
import { Pending } from "./pages/Pending.tsx";
import { Codes } from "./pages/codes/Codes.tsx";
import { Pass } from "./pages/pass/Pass.tsx";
import { ByAddress } from "./pages/privacy/ByAddress.tsx";
import { FetchCopy } from "./pages/privacy/FetchCopy.tsx";
import { Privacy } from "./pages/privacy/Privacy.tsx";
import { Promises } from "./pages/promises/Promises.tsx";
import { Profile } from "./pages/profile/Profile.tsx";
import { Survey } from "./pages/survey/Survey.tsx";
import { Unsubscribe } from "./pages/unsubscribe/Unsubscribe.tsx";
import { signInSearch } from "./pages/sign-in/search.ts";
import { SignIn } from "./pages/sign-in/SignIn.tsx";
import { OwnCase } from "./pages/support/OwnCase.tsx";
import { Support } from "./pages/support/Support.tsx";

// ---- For anyone

const ofRequest = (search: Record<string, unknown>): { request?: string } =>
  typeof search["request"] === "string" ? { request: search["request"] } : {};
const openPages = [
  createRoute({
    getParentRoute: () => open,
    path: "/sign-in",
    component: SignIn,
    validateSearch: signInSearch,
  }),
  createRoute({ getParentRoute: () => open, path: "/demo", component: Demo }),
  createRoute({ getParentRoute: () => open, path: "/promises", component: Promises }),
  createRoute({ getParentRoute: () => open, path: "/invitation", component: Invitation }),
  createRoute({ getParentRoute: () => open, path: "/unsubscribe/$token", component: Unsubscribe }),
  createRoute({ getParentRoute: () => open, path: "/survey/$token", component: Survey }),
  createRoute({ getParentRoute: () => open, path: "/choices", component: Choices }),
  createRoute({ getParentRoute: () => open, path: "/privacy/request", component: ByAddress }),
  createRoute({
    getParentRoute: () => open,
    path: "/privacy/file",
    component: FetchCopy,
    validateSearch: ofRequest,
  }),
];

// ---- For a signed-in person

const ownPages = [
  createRoute({ getParentRoute: () => signedIn, path: "/", component: Doors }),
  createRoute({ getParentRoute: () => signedIn, path: "/pass", component: Pass }),
  createRoute({ getParentRoute: () => signedIn, path: "/codes", component: Codes }),
  createRoute({ getParentRoute: () => signedIn, path: "/log", component: Log }),
  createRoute({ getParentRoute: () => signedIn, path: "/profile", component: Profile }),
  createRoute({ getParentRoute: () => signedIn, path: "/privacy", component: Privacy }),
  createRoute({
    getParentRoute: () => signedIn,
    path: "/privacy/take-along",
    component: TakeAlong,
  }),
  createRoute({ getParentRoute: () => signedIn, path: "/privacy/bring", component: Bring }),
  createRoute({ getParentRoute: () => signedIn, path: "/support", component: Support }),
  createRoute({
    getParentRoute: () => signedIn,
    path: "/support/$organisation/$case",
    component: OwnCase,
  }),
  createRoute({ getParentRoute: () => signedIn, path: "/advice", component: Advice }),
  createRoute({ getParentRoute: () => signedIn, path: "/advice/$adviser", component: OneAdvice }),
  createRoute({
    getParentRoute: () => signedIn,
    path: "/advice/$adviser/$person",
    component: AdvisedPerson,
  }),
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
const inManage = { getParentRoute: () => manage };
const managePages = [
  createRoute({ ...inManage, path: "/", component: administration("Overview") }),
  createRoute({ ...inManage, path: "/sites", component: administration("Sites") }),
  createRoute({ ...inManage, path: "/doors", component: administration("DoorList") }),
  createRoute({ ...inManage, path: "/doors/$door", component: administration("OneDoor") }),
  createRoute({ ...inManage, path: "/controllers", component: administration("Controllers") }),
  createRoute({ ...inManage, path: "/integrations", component: administration("Integrations") }),
  createRoute({ ...inManage, path: "/schedules", component: administration("Schedules") }),
  createRoute({ ...inManage, path: "/usage", component: administration("Usage") }),
  createRoute({ ...inManage, path: "/people", component: administration("People") }),
  createRoute({
    ...inManage,
    path: "/people/$person",
    validateSearch: personSearch,
    component: administration("OnePerson"),
  }),
  createRoute({ ...inManage, path: "/units", component: administration("Units") }),
  createRoute({ ...inManage, path: "/units/$unit", component: administration("OneUnit") }),
  createRoute({ ...inManage, path: "/areas", component: administration("Areas") }),
  createRoute({ ...inManage, path: "/door-groups", component: administration("DoorGroups") }),
  createRoute({
    ...inManage,
    path: "/door-groups/$group",
    component: administration("OneDoorGroup"),
  }),
  createRoute({ ...inManage, path: "/groups", component: administration("Groups") }),
  createRoute({ ...inManage, path: "/groups/$group", component: administration("OneGroup") }),
  createRoute({
    ...inManage,
    path: "/grants",
    validateSearch: grantSearch,
    component: administration("Grants"),
  }),
  createRoute({ ...inManage, path: "/invitations", component: administration("Invitations") }),
  createRoute({ ...inManage, path: "/import", component: administration("Import") }),
  createRoute({
    ...inManage,
    path: "/log",
    validateSearch: logSearch,
    component: administration("DoorLog"),
  }),
  createRoute({ ...inManage, path: "/support", component: administration("DeskCases") }),
  createRoute({ ...inManage, path: "/support/$case", component: administration("DeskCase") }),
  createRoute({ ...inManage, path: "/privacy", component: administration("PrivacyDesk") }),
  createRoute({ ...inManage, path: "/privacy/holds", component: administration("Holds") }),
  createRoute({ ...inManage, path: "/privacy/notice", component: administration("Notice") }),
  createRoute({ ...inManage, path: "/privacy/advisers", component: administration("Advisers") }),
  createRoute({ ...inManage, path: "/privacy/audit", component: administration("Audit") }),
  createRoute({ ...inManage, path: "/privacy/ledger", component: administration("Ledger") }),
  createRoute({
    ...inManage,
    path: "/privacy/accountability",
    component: administration("Accountability"),
  }),
  createRoute({
    ...inManage,
    path: "/privacy/record",
    component: administration("ProcessingRecord"),
  }),
  createRoute({
    ...inManage,
    path: "/privacy/agreement",
    component: administration("OwnAgreement"),
  }),
  createRoute({
    ...inManage,
    path: "/privacy/suppliers",
    component: administration("OwnSuppliers"),
  }),
  createRoute({ ...inManage, path: "/privacy/$request", component: administration("OneRequest") }),
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
    path: "/suppliers",
    component: administration("Suppliers"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/suppliers/$supplier",
    component: administration("OneSupplier"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/contacts",
    component: administration("Contacts"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/mailings",
    component: administration("Mailings"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/mailings/$mailing",
    component: administration("OneMailing"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/surveys",
    component: administration("Surveys"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/surveys/$survey",
    component: administration("OneSurvey"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/support",
    component: administration("AllCases"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/support/$organisation/$case",
    component: administration("CaseOnBehalf"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/confidentiality",
    component: administration("Confidentiality"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/sign-in-attempts",
    component: administration("Attempts"),
  }),
  createRoute({
    getParentRoute: () => operator,
    path: "/page-views",
    component: administration("PageViews"),
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
