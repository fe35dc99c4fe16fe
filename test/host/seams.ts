// The two seams through which office.js reaches its host: window.external.GetContext() and _richApiNativeBridge.
// installSeams runs inside the page before office.js loads, in jsdom as in Chromium, so it must stand alone.

export interface SeamOptions {
  /** Requirement sets as office.js asks for them. */
  readonly matrix: string;
  /** The document's settings (Office.context.document.settings), each as JSON text. */
  readonly settings: Readonly<Record<string, string>>;
  /** Office's colours as numbers 0xRRGGBB. */
  readonly theme: Readonly<Record<string, number>>;
}

/** office.js's own custom-functions protocol; every Excel that can load this office.js has it. */
const INTERNAL_SETS = { CustomFunctions: "1.9" };

const LIGHT_THEME = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x242424,
  controlBackgroundColor: 0xf5f5f5,
  controlForegroundColor: 0x242424,
};

export const seamOptions = (
  sets: Readonly<Record<string, string>>,
  options: Partial<Pick<SeamOptions, "settings" | "theme">> = {},
): SeamOptions => ({
  matrix: JSON.stringify({ ...sets, ...INTERNAL_SETS }),
  settings: options.settings ?? {},
  theme: options.theme ?? LIGHT_THEME,
});

/** Excel on Windows with the file excel-win32-16.01.js; the last number: a shared runtime with custom functions. */
export const HOST_INFO = "excel$win32$16.01$en-us$telemetry$$disableLogging$3";

export interface SeamWindow {
  external: unknown;
  _richApiNativeBridge?: {
    sendMessageToHost: (text: string) => void;
    /** Set by office.js. */
    onMessageFromHost?: (text: string) => void;
  };
}

export const installSeams = (
  page: SeamWindow,
  { matrix, settings, theme, hostInfo }: SeamOptions & { readonly hostInfo: string },
  toHost: (text: string) => void,
): void => {
  const stored: Record<string, string> = { ...settings };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "miner-overhang",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => 0x409,
    GetAppDataLocale: () => 0x409,
    GetDocUrl: () => "Book1.xlsx",
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetHostFullVersion: () => "16.0.19328.20158",
    GetSupportedMatrix: () => matrix,
    GetOfficeThemeInfo: () => JSON.stringify(theme),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of Object.entries(stored)) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: string[], values: string[]) => {
        for (const key of Object.keys(stored)) Reflect.deleteProperty(stored, key);
        keys.forEach((key, index) => (stored[key] = values[index] ?? ""));
      },
    }),
  };
  const external = { GetContext: () => context, GetHostInfo: () => hostInfo };
  Object.defineProperty(page, "external", { value: external, configurable: true, writable: true });
  page._richApiNativeBridge = { sendMessageToHost: toHost };
};
