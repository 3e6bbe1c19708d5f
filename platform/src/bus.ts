/** Publish and subscribe over MQTT 3.1.1, at QoS 1; in this process or over the network. */
export type Bus = {
  /** Resolves when the broker has the message; rejects when it did not take it within 5 s. */
  publish(
    topic: string,
    payload: string | Uint8Array,
    options?: { retain?: boolean },
  ): Promise<void>;
  /**
   * Every message whose topic fits the pattern (`+`, `#`). The handler is called one message after
   * another per subscription; what it throws is logged and counted, and the next message comes.
   */
  subscribe(
    pattern: string,
    handler: (topic: string, payload: Uint8Array) => Promise<void>,
  ): Promise<void>;
  /** Ends a client's connection, if there is one: whoever holds it has to sign in anew, and may be refused. */
  cutOff(clientId: string): Promise<void>;
  /** Resolves when the broker can be reached; rejects with the reason when not. */
  check(): Promise<void>;
};
