// The terminal of the process: keys one by one where a person sits there, lines otherwise.
import { spawn } from "node:child_process";
import { emitKeypressEvents } from "node:readline";
import { createInterface } from "node:readline/promises";
import type { Terminal } from "./world";

const openerOf = (platform: NodeJS.Platform): readonly [string, readonly string[]] =>
  platform === "darwin" ? ["open", []] : platform === "win32" ? ["explorer.exe", []] : ["xdg-open", []];

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

const nextKey = (input: NodeJS.ReadStream): Promise<string> =>
  new Promise((resolve) => {
    const end = (name: string): void => {
      input.off("keypress", pressed);
      input.setRawMode(false);
      input.pause();
      resolve(name);
    };
    const pressed = (text: string | undefined, key: Key): void => {
      end(key.ctrl && (key.name === "c" || key.name === "d") ? "q" : (key.name ?? text ?? "").toLowerCase());
    };
    emitKeypressEvents(input);
    input.setRawMode(true);
    input.resume();
    input.on("keypress", pressed);
    input.once("end", () => {
      resolve("q");
    });
  });

export const processTerminal = (): Terminal => ({
  isInteractive: process.stdin.isTTY && process.stdout.isTTY,
  say: (line) => {
    console.log(line);
  },
  key: () => nextKey(process.stdin),
  ask: async (words) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await lines.question(words);
    lines.close();
    return answer;
  },
  open: (address) =>
    new Promise((resolve) => {
      const [program, args] = openerOf(process.platform);
      const child = spawn(program, [...args, address], { stdio: "ignore", detached: true });
      const told = (): void => {
        console.log(`  ${address}`);
        resolve();
      };
      // Where there is no browser, the address to copy is all that can be given.
      child.once("error", told);
      child.once("spawn", () => {
        child.unref();
        resolve();
      });
    }),
});
