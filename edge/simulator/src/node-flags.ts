// A simulated controller is started as a real one is.
export { AGENT_NODE_FLAGS } from "@terskel/edge-agent/node-flags";
