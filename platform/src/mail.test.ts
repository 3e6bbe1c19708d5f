import assert from "node:assert/strict";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, test } from "node:test";
import { smtpMailer } from "./mail.ts";

type Answers = { readonly greeting?: string; readonly recipient?: string; readonly data?: string };

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

/** The least of an SMTP server (RFC 5321): it keeps what it was told, and answers as given. */
async function smtpServer(answers: Answers = {}) {
  const told: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    const say = (line: string) => socket.write(`${line}\r\n`);
    if (answers.greeting !== "") say(answers.greeting ?? "220 mail.test ESMTP");
    let text = "";
    let inData = false;
    socket.on("data", (chunk) => {
      text += chunk.toString();
      for (;;) {
        const end = text.indexOf(inData ? "\r\n.\r\n" : "\r\n");
        if (end === -1) return;
        const line = text.slice(0, end);
        text = text.slice(end + (inData ? 5 : 2));
        told.push(line);
        if (inData) {
          inData = false;
          if (answers.data !== "") say(answers.data ?? "250 taken");
        } else if (line.startsWith("EHLO")) say("250 mail.test");
        else if (line.startsWith("RCPT")) say(answers.recipient ?? "250 ok");
        else if (line.startsWith("DATA")) {
          inData = true;
          say("354 go on");
        } else say("250 ok");
      }
    });
  });
  open.push({
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { told, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const from = "Terskel <no-reply@terskel.test>";
const mail = { to: "kari@example.org", subject: "Døren er åpen", text: "Hei, Kåre Ærlig!" };
const short = { connectMs: 300, answerMs: 300 };

test("a mail is handed over with its letters whole, to one recipient", async () => {
  const { told, url } = await smtpServer();
  await smtpMailer(url, { from })(mail, "1");
  assert.ok(told.includes("MAIL FROM:<no-reply@terskel.test>"));
  assert.deepEqual(
    told.filter((line) => line.startsWith("RCPT")),
    ["RCPT TO:<kari@example.org>"],
  );
  const message = told.find((line) => line.includes("Subject:")) ?? "";
  assert.match(message, /Subject: =\?UTF-8\?/);
  const [, body = ""] = message.split("\r\n\r\n");
  assert.match(body, /Hei, K=C3=A5re =C3=86rlig!/);
});

test("what somebody wrote into an address makes no second recipient and no further header", async () => {
  const { told, url } = await smtpServer();
  const send = smtpMailer(url, { from });
  for (const to of [
    "kari@example.org, spy@example.org",
    "kari@example.org\r\nBcc: spy@example.org",
  ]) {
    await send({ ...mail, to }, "1").catch(() => undefined);
  }
  await send({ ...mail, subject: "Hei\r\nBcc: spy@example.org" }, "1");
  for (const line of told) {
    assert.doesNotMatch(line, /^RCPT TO:<spy/);
    assert.doesNotMatch(line, /^Bcc/m);
  }
});

test("a further header field goes along, and what stands in it makes no other", async () => {
  const { told, url } = await smtpServer();
  const headers = {
    "List-Unsubscribe": "<https://doors.example/unsubscribe/abc>\r\nBcc: spy@example.org",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  await smtpMailer(url, { from })({ ...mail, headers }, "1");
  const message = told.find((line) => line.includes("Subject:")) ?? "";
  assert.match(message, /^List-Unsubscribe: <https:\/\/doors\.example\/unsubscribe\/abc>/m);
  assert.match(message, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  assert.doesNotMatch(message, /^Bcc/m);
});

test("a refusal is an error", async () => {
  const refusing = await smtpServer({ recipient: "550 no such mailbox" });
  await assert.rejects(smtpMailer(refusing.url, { from })(mail, "1"), { responseCode: 550 });
  const full = await smtpServer({ data: "452 full" });
  await assert.rejects(smtpMailer(full.url, { from })(mail, "1"), { responseCode: 452 });
});

test("a server that never greets, or falls silent, is given up in time", async () => {
  for (const silent of [await smtpServer({ greeting: "" }), await smtpServer({ data: "" })]) {
    const before = Date.now();
    await assert.rejects(smtpMailer(silent.url, { from }, short)(mail, "1"), { code: "ETIMEDOUT" });
    assert.ok(Date.now() - before < 5000);
  }
});

test("no server is an error at once", async () => {
  await assert.rejects(
    smtpMailer("smtp://127.0.0.1:1", { from }, short)(mail, "1"),
    /ECONNREFUSED/,
  );
});

test("what does not arrive is reported to the address for that, and answers go to whom the mail is from", async () => {
  const { told, url } = await smtpServer();
  await smtpMailer(url, { from, bouncesTo: "bounces@terskel.test" })(mail, "1");
  assert.ok(told.some((line) => line.startsWith("MAIL FROM:<bounces@terskel.test>")));
  assert.ok(told.some((line) => line.includes("RCPT TO:<kari@example.org>")));
  assert.match(told.join("\n"), /From: Terskel <no-reply@terskel.test>/);
});
