// A publisher's server on which everything goes wrong that needs a real connection to go wrong: a cut, a flood, a
// redirect. The page's own requests are led here.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FaultServer {
  readonly url: string;
  /** Bytes of the last flood that the page took. */
  readonly flooded: () => number;
  readonly close: () => void;
}

const FLOOD_BYTES = 50_000_000;

export const startFaultServer = async (text: string): Promise<FaultServer> => {
  let flooded = 0;
  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    "/cut": (response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": text.length });
      response.write(text.slice(0, text.length / 2), () => setTimeout(() => response.destroy(), 20));
    },
    "/flood": (response) => {
      flooded = 0;
      const part = Buffer.alloc(100_000, " ");
      response.writeHead(200, { "Content-Type": "application/json" });
      const send = (): void => {
        if (response.destroyed || flooded >= FLOOD_BYTES) return void response.end();
        flooded += part.length;
        response.write(part, send);
      };
      send();
    },
    "/redirect": (response) => {
      response.writeHead(302, { Location: "http://data.example/latest.json" }).end();
    },
  };
  const server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    answers[request.url ?? ""]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    flooded: () => flooded,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
