import type { Contract } from "@terskel/platform/contract";
import { createCookies, handle } from "@terskel/platform/http";
import type { Input, Route } from "@terskel/platform/http";
import * as api from "../api/consents.ts";
import type { Processing } from "../declare.ts";
import type { WithContext } from "../tenancy.ts";
import { measureUse } from "./activities.ts";
import { askedBy } from "./asked.ts";
import { choose } from "./choose.ts";
import { choicesCookie, fromCookie, rememberedSeconds, toCookie } from "./cookie.ts";
import { countView, listPageViews } from "./page-views.ts";
import { readRecord } from "./record.ts";
import type { Stored } from "./stored.ts";

export type ConsentPorts = {
  readonly withContext: WithContext;
  readonly processings: readonly Processing[];
  readonly stored: readonly Stored[];
  readonly publicUrl: URL;
  readonly now: () => Date;
};

/** What a browser is asked, what it answered, and what rests on its yes. */
export function consentRoutes(ports: ConsentPorts): Route[] {
  const { withContext, stored } = ports;
  const asked = askedBy(ports.processings);
  const cookies = createCookies<typeof choicesCookie>(ports.publicUrl);
  const choicesOf = ({ http }: Pick<Input<Contract>, "http">) =>
    fromCookie(cookies.read(http.request, choicesCookie));
  // Global Privacy Control, W3C working draft § 3.2.
  const signalOf = ({ http }: Pick<Input<Contract>, "http">) =>
    http.request.headers["sec-gpc"] === "1";
  return [
    handle(api.choices, (input) => {
      const { answers } = choicesOf(input);
      return Promise.resolve({
        signal: signalOf(input),
        asked: asked.map((each) => ({
          ...each,
          ...(answers.has(each.version)
            ? { answer: answers.get(each.version) ? ("yes" as const) : ("no" as const) }
            : {}),
        })),
        stored: [...stored],
      });
    }),
    handle(api.choose, async (input) => {
      const { http, body, language } = input;
      const signal = signalOf(input);
      const now = await choose(withContext, asked, choicesOf(input), body, { language, signal });
      cookies.set(http.reply, choicesCookie, toCookie(now), rememberedSeconds);
    }),
    handle(
      api.choiceRecord,
      async (input) => await readRecord(withContext, choicesOf(input).device, input.query),
    ),
    handle(api.countView, async (input) => {
      const question = signalOf(input)
        ? undefined
        : asked.find(({ activity }) => activity === measureUse);
      await countView(withContext, question, choicesOf(input).device, input.body, {
        language: input.language,
        now: ports.now(),
      });
    }),
    handle(api.pageViews, async ({ query }) => await listPageViews(withContext, query)),
  ];
}
