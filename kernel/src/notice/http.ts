import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { problem as common } from "@terskel/platform/problems";
import * as versionsApi from "../api/notice-versions.ts";
import * as api from "../api/notices.ts";
import { announce, listTellings, listVersions, recordTelling } from "./announce.ts";
import { putDetails, readDetails } from "./details.ts";
import { readPublished } from "./published.ts";
import { keepVersion } from "./versions.ts";
import type { VersionPorts } from "./versions.ts";

/** The notice as data, for anyone; and what its organisation says in it itself. */
export function noticeRoutes(ports: VersionPorts): Route[] {
  return [
    handle(api.notice, async ({ params }) => {
      const published = await readPublished(ports, params.organisation);
      if (!published) throw common("not-found", { reason: "no such organisation" });
      return published.facts;
    }),
    handle(
      api.readNoticeDetails,
      async ({ context, params }) => await readDetails(ports, context, params.organisation),
    ),
    handle(api.putNoticeDetails, async ({ context, params, body }) => {
      await putDetails(ports, context, params.organisation, body);
      await keepVersion(ports, params.organisation);
    }),
    handle(
      versionsApi.noticeVersions,
      async ({ context, params, query }) =>
        await listVersions(ports, context, params.organisation, query),
    ),
    handle(versionsApi.announceNotice, async ({ context, params, body }) => {
      await announce(ports, context, params.organisation, body);
    }),
    handle(
      versionsApi.noticeTellings,
      async ({ context, params, query }) =>
        await listTellings(ports, context, params.organisation, query),
    ),
    handle(versionsApi.recordNoticeTold, async ({ context, params, body }) => {
      if (!(await recordTelling(ports, context, params.organisation, body)))
        throw common("not-found", { reason: "no such person" });
    }),
  ];
}
