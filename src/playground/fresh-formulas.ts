// Univer keeps what it has read of a formula by the formula's text, with names already replaced by their cells, and turns
// LET into LAMBDA in what it has kept. Another workbook, a name that changes or a sheet that is renamed would then get
// what the text once meant (univer issue 1831). Here it forgets whenever a name or a sheet changes, and each reading of
// LET gets a copy of its own.
import { ICommandService } from "@univerjs/core";
import {
  IDefinedNamesService,
  IFunctionService,
  InsertSheetMutation,
  Lexer,
  LexerNode,
  LexerTreeBuilder,
  RemoveSheetMutation,
  SetWorksheetNameMutation,
} from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

const REWRITTEN = /\b(?:LET|LAMBDA)\s*\(/i;
const CHANGE_SHEETS: readonly string[] = [InsertSheetMutation.id, RemoveSheetMutation.id, SetWorksheetNameMutation.id];

const copyOf = (node: LexerNode): LexerNode => {
  const copy = new LexerNode();
  const { token, st, ed } = node.serialize();
  copy.setToken(token);
  copy.setIndex(st, ed);
  copy.setDefinedNames([...node.getDefinedNames()]);
  for (const child of node.getChildren()) {
    const own = child instanceof LexerNode ? copyOf(child) : child;
    if (own instanceof LexerNode) own.setParent(copy);
    copy.addChildren(own);
  }
  return copy;
};

/** Neither of the two stores has a way of its own to be emptied: to end the reader empties one, every key matches "". */
const forget = ({ injector }: Grid): void => {
  injector.get(LexerTreeBuilder).dispose();
  injector.get(IFunctionService).deleteFormulaAstCacheKey("");
};

export const readFormulasAfresh = (grid: Grid): void => {
  const { injector } = grid;
  const lexer = injector.get(Lexer);
  const read = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, transformSuffix) => {
    const node = read(formula, transformSuffix);
    return node instanceof LexerNode && REWRITTEN.test(formula) ? copyOf(node) : node;
  };
  injector.get(IDefinedNamesService).update$.subscribe(() => {
    forget(grid);
  });
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (CHANGE_SHEETS.includes(id)) forget(grid);
  });
};
