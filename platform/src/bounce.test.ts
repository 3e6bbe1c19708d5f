import assert from "node:assert/strict";
import { test } from "node:test";
import { readBounce } from "./bounce.ts";
import { bounceOf } from "./testing/bounce.ts";

const id = "01a22f85-420e-702c-b4be-391557816d88";
const read = async (mail: string) => await readBounce(Buffer.from(mail));

test("a report that a letter failed names the letter, with or without its text", async () => {
  assert.equal(await read(bounceOf(id)), id);
  assert.equal(await read(bounceOf(id, { returned: "text/rfc822-headers" })), id);
  assert.equal(await read(bounceOf(id).replaceAll("\r\n", "\n")), id);
});

test("a delay is no failure, nor is a letter that was delivered", async () => {
  for (const action of ["delayed", "delivered", "relayed", "expanded"])
    assert.equal(await read(bounceOf(id, { action })), undefined, action);
});

test("what is no report, or about no letter of ours, names none", async () => {
  for (const mail of [
    "",
    "Subject: Out of office\r\n\r\nBack on Monday.",
    `Subject: Re\r\nMessage-ID: <${id}@terskel>\r\n\r\nAction: failed`,
    bounceOf(id).replace("@terskel>", "@elsewhere.example>"),
    bounceOf("not-an-id"),
    // An id that stands in the letter's text is somebody's text.
    bounceOf("not-an-id", { text: `Message-ID: <${id}@terskel>` }),
  ])
    assert.equal(await read(mail), undefined, mail);
});
