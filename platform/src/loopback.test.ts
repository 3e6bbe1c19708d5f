import assert from "node:assert/strict";
import { test } from "node:test";
import { isLoopback } from "./loopback.ts";

const host = (address: string) => new URL(address).hostname;

test("only names and addresses that lead to this machine are loopback, however they are written", () => {
  for (const own of ["localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.1", "[0:0::1]"]) {
    assert.ok(isLoopback(host(`http://${own}/`)), own);
  }
  assert.ok(isLoopback("::1"));
  const foreign = ["localhost.example.org", "notlocalhost", "192.168.0.1", "127.0.0.1.nip.io"];
  for (const other of [...foreign, "[::2]", "0.0.0.0"]) {
    assert.ok(!isLoopback(host(`http://${other}/`)), other);
  }
});
