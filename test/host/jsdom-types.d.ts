// The little that we use of jsdom, which brings no types of its own.
declare module "jsdom" {
  export type DOMWindow = Window & typeof globalThis;

  export class VirtualConsole {
    on(event: "jsdomError", listener: (error: Error) => void): this;
    on(event: "error", listener: (...parts: unknown[]) => void): this;
  }

  export class JSDOM {
    constructor(
      html: string,
      options: {
        readonly url?: string;
        readonly contentType?: string;
        readonly runScripts?: "dangerously";
        readonly resources?: "usable";
        readonly pretendToBeVisual?: boolean;
        readonly virtualConsole?: VirtualConsole;
        readonly beforeParse?: (window: DOMWindow) => void;
      },
    );
    readonly window: DOMWindow;
  }
}
