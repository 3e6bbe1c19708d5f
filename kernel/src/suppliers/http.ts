import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { sending } from "../api/sending.ts";
import * as api from "../api/suppliers.ts";
import { addAgreement, endAgreement, readDocument } from "./agreements.ts";
import { answer, listAnswers, listOwn, setAuthorisation } from "./answers.ts";
import { addSupplier, listSuppliers, readSupplier } from "./register.ts";
import { readSending } from "./sending.ts";
import type { SendingPorts } from "./sending.ts";

/** The operator keeps the register; each organisation sees it, approves and objects. */
export function supplierRoutes(ports: SendingPorts): Route[] {
  return [
    handle(sending, async () => await readSending(ports)),
    handle(api.suppliers, async ({ context, query }) => await listSuppliers(ports, context, query)),
    handle(api.addSupplier, async ({ context, body }) => ({
      id: await addSupplier(ports, context, body),
    })),
    handle(
      api.oneSupplier,
      async ({ context, params }) => await readSupplier(ports, context, params.supplier),
    ),
    handle(
      api.supplierAnswers,
      async ({ context, params, query }) =>
        await listAnswers(ports, context, params.supplier, query),
    ),
    handle(api.addSupplierAgreement, async ({ context, params, body }) => ({
      id: await addAgreement(ports, context, params.supplier, body),
    })),
    handle(api.endSupplierAgreement, async ({ context, params, body }) => {
      await endAgreement(ports, context, params, body.lastDay);
    }),
    handle(
      api.supplierDocument,
      async ({ context, params }) => await readDocument(ports, context, params),
    ),
    handle(api.setAuthorisation, async ({ context, params, body }) => {
      await setAuthorisation(ports, context, params.organisation, body);
    }),
    handle(
      api.ownSuppliers,
      async ({ context, params, query }) =>
        await listOwn(ports, context, params.organisation, query),
    ),
    handle(api.answerSupplier, async ({ context, params, body }) => {
      await answer(ports, context, params, body);
    }),
  ];
}
