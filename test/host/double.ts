// The double of Excel's host. The real office.js talks to it through its two seams (seams.ts): batches of API requests
// are answered from a small grid, and custom functions are called as Excel calls them.
import { invocationOf, resultOf, type Call, type CallResult, type EmptyAs, type FunctionsMetadata } from "./calls";
import { Grid, type Place } from "./grid";
import { HostError, type HostObject } from "./objects";
import { answerBatch, type Batch, type BatchAnswer } from "./protocol";
import { workbookObject } from "./workbook";
import { areaName } from "./a1";

export interface DoubleOptions {
  /** Requirement sets with their highest version. Others are not supported. */
  readonly sets?: Readonly<Record<string, string>>;
  /** functions.json: how functions are called. Without it arguments travel as given. */
  readonly metadata?: FunctionsMetadata;
  readonly grid?: Grid;
  /** How an empty cell arrives at a function, alone or inside a range. */
  readonly emptyCells?: EmptyAs;
}

/** An Excel of today, as far as this product asks. */
export const TODAY = {
  ExcelApi: "1.16",
  CustomFunctionsRuntime: "1.4",
  SharedRuntime: "1.1",
  KeyboardShortcuts: "1.1",
} as const;
/** The oldest Excel that the manifest lets in. */
export const OLDEST = { ExcelApi: "1.8", CustomFunctionsRuntime: "1.1", SharedRuntime: "1.1" } as const;

/** Messages from office.js. */
interface Message {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: string | Batch };
}

const REQUEST = 1;
const ANSWER = 2;
const EVENT = 3;
const INVOCATION = [1, 1000] as const;
const API_EVENT = 65_536;
const ACTION = { messageCategory: 2, messageType: 1000 } as const;
/** office.js's number for a pane that is shown. */
const VISIBLE = "Visible";

export class ExcelDouble {
  readonly grid: Grid;
  readonly sets: Readonly<Record<string, string>>;
  /** Errors that the host answered, in order: what an add-in swallowed is still here. */
  readonly errors: { readonly code: string; readonly message: string }[] = [];
  /** While true, Excel is in cell-editing mode and refuses all requests. */
  isEditing = false;
  /** Whether the add-in has asked for its pane. */
  isPaneShown = false;
  /** Called when office.js says that functions may be asked: before the page is ready, and before its pane. */
  onFunctionsReady: () => void = () => undefined;
  /** Called when office.js says that commands may be sent: names that are not associated by now are lost. */
  onActionsReady: () => void = () => undefined;
  /** Set by the environment: hands a message to office.js. */
  deliver: (text: string) => void = () => {
    throw new Error("No office.js is connected to this double.");
  };
  private readonly waiting = new Map<number, (result: CallResult) => void>();
  private readonly metadata: FunctionsMetadata | undefined;
  private readonly emptyCells: EmptyAs;
  private invocations = 0;

  constructor({ sets = TODAY, metadata, grid = new Grid(), emptyCells = 0 }: DoubleOptions = {}) {
    this.emptyCells = emptyCells;
    this.sets = sets;
    this.metadata = metadata;
    this.grid = grid;
  }

  /** A message from office.js. */
  receive(text: string): void {
    const { id, type, message } = JSON.parse(text) as Message;
    if (type !== REQUEST) throw new Error(`office.js sent a message of the unknown type ${type}.`);
    const batch = typeof message.body === "string" ? (JSON.parse(message.body) as Batch) : message.body;
    const body = JSON.stringify(this.answer(batch));
    this.deliver(JSON.stringify({ id, type: ANSWER, message: { statusCode: 200, headers: {}, body } }));
  }

  /** Calls one function as a cell would. */
  async call(name: string, args: readonly unknown[] = [], at: { readonly address?: string } = {}): Promise<CallResult> {
    const [result] = await this.callAll([{ name, args, ...at }]);
    if (!result) throw new Error(`${name} gave no result.`);
    return result;
  }

  /** Calls many in one batch, as a recalculation does. */
  callAll(calls: readonly Call[]): Promise<CallResult[]> {
    const entries: unknown[] = [];
    const results = calls.map((call) => {
      const id = ++this.invocations;
      const invocation = invocationOf(id, call, this.metadata, this.emptyCells);
      if (!Array.isArray(invocation)) return Promise.resolve<CallResult>(invocation);
      entries.push([...INVOCATION, "", JSON.stringify(invocation), id]);
      return new Promise<CallResult>((resolve) => this.waiting.set(id, resolve));
    });
    if (entries.length > 0) this.deliver(JSON.stringify({ type: EVENT, message: { entries } }));
    return Promise.all(results);
  }

  /** The user presses the keys of an action: Excel names it, and hands over nothing else. */
  pressKeysOf(action: string): void {
    const entries = [{ ...ACTION, message: JSON.stringify([action]) }];
    this.deliver(JSON.stringify({ type: EVENT, message: { entries } }));
  }

  /** The user selects: the active cell moves and whoever listens is told. */
  select(address: string): void {
    const place: Place = this.grid.place(address);
    this.grid.selection = place;
    const event = { address: areaName(place.area), worksheetId: place.sheet.id };
    // Workbook.onSelectionChanged and WorksheetCollection.onSelectionChanged listen on different channels.
    this.tell([2, ""], event);
    this.tell([14, "Workbook"], event);
  }

  /** The user turns to a sheet, in which a cell is still selected from before: of that Excel says nothing. */
  activate(address: string): void {
    const place: Place = this.grid.place(address);
    this.grid.selection = place;
    this.tell([11, "Workbook"], { worksheetId: place.sheet.id });
  }

  /** Excel has calculated a sheet. */
  calculate(sheet: string): void {
    this.tell([16, "Workbook"], { address: "A1", worksheetId: this.grid.sheet(sheet)?.id });
  }

  private tell([messageType, targetId]: readonly [number, string], event: object): void {
    const entry = { messageCategory: API_EVENT, messageType, targetId, message: JSON.stringify(event) };
    this.deliver(JSON.stringify({ type: EVENT, message: { entries: [entry] } }));
  }

  private answer(batch: Batch): BatchAnswer {
    const answer: BatchAnswer = this.isEditing
      ? {
          TraceIds: [],
          Results: [],
          Error: { Code: "InvalidOperationInCellEditMode", Message: "Excel is in cell-editing mode.", ActionIndex: 0 },
        }
      : answerBatch(batch, {
          grid: this.grid,
          workbook: workbookObject(this.grid),
          services: this.services(),
          excelApi: this.sets["ExcelApi"] ?? "0.0",
        });
    if (answer.Error) this.errors.push({ code: answer.Error.Code, message: answer.Error.Message });
    return answer;
  }

  private services(): Readonly<Record<string, HostObject>> {
    const results = (sent: unknown): null => {
      if (!Array.isArray(sent)) throw new HostError("InvalidArgument", "Results come as a list.");
      for (const one of sent) {
        const { id, result } = resultOf(one, this.knowsDataTypes());
        this.waiting.get(id)?.(result);
        this.waiting.delete(id);
      }
      return null;
    };
    return {
      "Microsoft.ExcelServices.CustomFunctions": {
        type: "CustomFunctions",
        methods: {
          SetInvocationArrayResults: results,
          _SetOsfControlContainerReadyForCustomFunctions: () => {
            this.onFunctionsReady();
            return null;
          },
          _GetEnabledFeatures: () => [],
        },
      },
      "Microsoft.AppRuntime.AppRuntimeService": {
        type: "AppRuntimeService",
        methods: {
          SetAppRuntimeState: (state) => {
            this.isPaneShown = state === VISIBLE;
            return null;
          },
        },
      },
      "Microsoft.InternalService.AddinInternalService": {
        type: "AddinInternalService",
        methods: {
          NotifyActionHandlerReady: () => {
            this.onActionsReady();
            return null;
          },
        },
      },
    };
  }

  private knowsDataTypes(): boolean {
    const [major = 0, minor = 0] = (this.sets["CustomFunctionsRuntime"] ?? "0.0").split(".").map(Number);
    return major > 1 || minor >= 4;
  }
}
