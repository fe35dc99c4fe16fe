// No room, and no file, may lead back to itself: circles of types alone included, which the linter's own rule overlooks.
export default {
  forbidden: [{ name: "no-circular", severity: "error", from: {}, to: { circular: true } }],
  options: {
    includeOnly: "^(src|test)/",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
