/** What the editor can do at the cursor, by the names that Monaco has for it. */
export const EDITOR_ACTIONS = {
  complete: 'editor.action.triggerSuggest',
  help: 'editor.action.showHover',
  signature: 'editor.action.triggerParameterHints',
  definition: 'editor.action.peekDefinition',
  references: 'editor.action.referenceSearch.trigger',
  rename: 'editor.action.rename',
  format: 'editor.action.formatDocument',
  fix: 'editor.action.quickFix',
  nextProblem: 'editor.action.marker.next',
  find: 'actions.find',
  replace: 'editor.action.startFindReplaceAction',
  line: 'editor.action.gotoLine',
  symbol: 'editor.action.quickOutline',
  comment: 'editor.action.commentLine',
  undo: 'undo',
  redo: 'redo',
} as const;
export type EditorAction = keyof typeof EDITOR_ACTIONS;
