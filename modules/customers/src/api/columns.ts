import { columnsOf } from "@terskel/platform/columns";
import type { CustomersTables } from "../tables.ts";

// Said beside each field of an answer: `customers.contacts("name", z.string())`.
const table = columnsOf<CustomersTables>();

export const contacts = table("customers.contacts");
export const deliveries = table("customers.deliveries");
export const mailings = table("customers.mailings");
export const surveyComments = table("customers.survey_comments");
export const surveyCounts = table("customers.survey_counts");
export const surveys = table("customers.surveys");
