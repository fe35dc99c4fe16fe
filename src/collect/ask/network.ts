// Asks hosts politely: one request at a time, four a second at most, with the contact that SEC wants.
import type { World } from "../world";
import { Failure, WrongUse } from "../failure";
import { hostOf, type Answer, type GetAnswer } from "./answer";

const PAUSE_MS = 250;
const TIMEOUT_MS = 30_000;
/** After a fault of the server or a cut connection. */
const MORE_TRIES = 2;

export const NO_CONTACT = 'SEC asks for a name and a mail address. Give --contact "Name mail@host". Nothing was asked.';

/** "Jane Doe jane@example.org": both, and nothing that a header cannot carry. */
export const isContact = (text: string): boolean =>
  /^[\x20-\x7e]+$/.test(text) && /\S+\s+\S+@\S+\.\S+/.test(text.trim());

export const fromNetwork = (world: World, contact: string | undefined): GetAnswer => {
  let last = -Infinity;
  const ask = async (address: string): Promise<Answer> => {
    const since = world.now().getTime() - last;
    if (since < PAUSE_MS) await world.wait(PAUSE_MS - since);
    last = world.now().getTime();
    const response = await world.fetch(address, {
      headers: { "Accept-Encoding": "gzip", ...(contact === undefined ? {} : { "User-Agent": contact }) },
      signal: AbortSignal.any([world.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
    return { address, status: response.status, type, text: await response.text() };
  };
  return async (address) => {
    if (contact === undefined && hostOf(address).endsWith("sec.gov")) throw new WrongUse(NO_CONTACT);
    for (let tries = 0; ; tries++) {
      try {
        const answer = await ask(address);
        if (answer.status < 500 || tries >= MORE_TRIES) return answer;
      } catch (error) {
        if (world.signal.aborted) throw error;
        if (tries >= MORE_TRIES) {
          throw new Failure(`${hostOf(address)} cannot be reached. Check the connection; nothing was changed.`, true);
        }
      }
      await world.wait(1000 * (tries + 1));
    }
  };
};
