import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { oneLine } from "@terskel/platform/one-line";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { inOrganisation, instant, lockState, namedIn, namedPerson, zonedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-doors";
const one = inOrganisation.extend({ order: z.uuid() });
/** As many as an organisation has, in one tap. */
const doors = z.array(z.uuid()).min(1).max(5000);

export const longestOrderHours = 24;
export const longestWhy = 200;

/** `lockdown`: nobody is let in. `evacuation`: the door stands unlocked. */
export const orderKind = z.enum(["lockdown", "evacuation"]);
export const orderInForce = z.object({
  kind: access.doorOrders("kind", orderKind),
  until: access.doorOrders("until", instant),
});

export const doorOrders = route({
  id: "access.doorOrders",
  method: "GET",
  path: `${base}/door-orders`,
  activity,
  who: "member",
  summary:
    "Lockdowns and evacuations in force at the doors the caller administers, a row a door: who ordered it, why and until when, and whether the door's controller knows.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      /** The same at every door that was ordered at once. */
      order: access.doorOrders("order_id", z.uuid()),
      door: zonedIn(access.doors),
      site: namedIn(kernel.sites),
      ...orderInForce.shape,
      at: access.doorOrders("ordered_at", instant),
      /** Absent where it was ordered by somebody who is gone, or whose data is restricted. */
      by: namedPerson.optional(),
      why: access.orderReasons("why", z.string()).optional(),
      lock: access.doors("lock", lockState),
      /** Does its controller know? False where none runs it. */
      known: access.controllers("list_known_at", z.boolean()),
      online: access.controllers("online", z.boolean()),
    }),
  ),
});

export const pastDoorOrders = route({
  id: "access.pastDoorOrders",
  method: "GET",
  path: `${base}/doors/:door/orders`,
  activity,
  who: "member",
  summary:
    "What has been ordered of a door that the caller administers, newest first: lockdowns and evacuations of the last 90 days, the one in force too.",
  params: inOrganisation.extend({ door: z.uuid() }),
  query: pageQuery,
  response: pageOf(
    z.object({
      order: access.doorOrders("order_id", z.uuid()),
      ...orderInForce.shape,
      at: access.doorOrders("ordered_at", instant),
      /** Absent where it ended, or ends, at its hour. */
      ended: access.doorOrders("ended_at", instant).optional(),
      by: namedPerson.optional(),
      why: access.orderReasons("why", z.string()).optional(),
    }),
  ),
});

export const orderDoors = route({
  id: "access.orderDoors",
  method: "PUT",
  path: `${base}/door-orders/:order`,
  activity,
  who: "member",
  summary:
    "Lock doors down, or evacuate: all of `doors` or none. At a lockdown nobody is let in by credential or portal; at an evacuation the doors stand unlocked. What was ordered of them before ends. It ends by itself at `until`, 24 hours ahead at most, also at a controller that is away. Whoever is inside gets out by the handle: that no software decides. `order` is chosen by the caller: sent again it changes nothing.",
  params: one,
  body: z.strictObject({
    kind: orderKind,
    doors,
    why: oneLine(longestWhy),
    until: instant,
  }),
});

export const endDoorOrder = route({
  id: "access.endDoorOrder",
  method: "POST",
  path: `${base}/door-orders/:order/end`,
  activity,
  who: "member",
  summary:
    "End a lockdown or an evacuation before its hour, at some of its doors or at all of them that the caller administers.",
  params: one,
  body: z.strictObject({ doors: doors.optional() }),
});
