// Univer keeps what it has read of a formula by the formula's text, and turns LET into LAMBDA in what it has kept: in a
// second workbook the same text then fails. Here each reading gets a copy of its own.
import { Lexer, LexerNode } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

const REWRITTEN = /\b(?:LET|LAMBDA)\s*\(/i;

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

export const readFormulasAfresh = ({ injector }: Grid): void => {
  const lexer = injector.get(Lexer);
  const read = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, transformSuffix) => {
    const node = read(formula, transformSuffix);
    return node instanceof LexerNode && REWRITTEN.test(formula) ? copyOf(node) : node;
  };
};
