import { Socket } from "node:net";

// No test may contact the metadata of the server that it runs on, whose key would be real.
const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...parameters: unknown[]) {
  const [{ host }] = parameters.flat() as [{ host?: unknown }];
  if (String(host).startsWith("169.254."))
    throw new Error("A test must not contact the metadata of a server");
  return connect.apply(this, parameters as Parameters<typeof connect>);
} as typeof connect;
