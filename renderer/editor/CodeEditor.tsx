import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { EDITOR_ACTIONS, type EditorAction } from './actions.ts';
import styles from './editor.module.css';
import { monaco } from './monaco.ts';
import { editorType, startEditor } from './start.ts';
import { openedText } from './texts.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

/** What a screen can have the editor do. */
export interface CodeEditorHandle {
  focus(): void;
  /** Shows a place and puts the cursor there; line and column from 1. */
  goTo(line: number, column: number): void;
  /** Does something at the cursor; resolves when it is done. */
  act(action: EditorAction): Promise<void>;
}

/**
 * The editor. It shows one open text at a time; going to another and back finds cursor and scrolling as they were. Esc
 * leaves it, Ctrl M has Tab leave it instead of indenting.
 */
export function CodeEditor({
  path,
  label,
  onLeave,
  onCursor,
  ref,
}: {
  /** Of an open text. */
  path: string;
  /** For screen readers. */
  label: string;
  onLeave: () => void;
  /** Line and column from 1. */
  onCursor: (line: number, column: number) => void;
  ref: Ref<CodeEditorHandle>;
}) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const views = useRef(new Map<string, ReturnType<Editor['saveViewState']>>());
  const tellCursor = useEffectEvent(onCursor);

  useEffect(() => {
    if (place.current === null) return;
    startEditor();
    const made = monaco.editor.create(place.current, { ...OPTIONS, ...editorType(), model: null });
    editor.current = made;
    made.onDidChangeCursorPosition(({ position }) => tellCursor(position.lineNumber, position.column));
    const scale = new MutationObserver(() => made.updateOptions(editorType()));
    scale.observe(document.documentElement, { attributeFilter: ['style'] });
    return () => {
      scale.disconnect();
      made.dispose();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    const { current: shown } = editor;
    const { current: kept } = views;
    if (shown === null) return;
    shown.setModel(openedText(path));
    shown.restoreViewState(kept.get(path) ?? null);
    return () => void kept.set(path, shown.saveViewState());
  }, [path]);

  useEffect(() => editor.current?.updateOptions({ ariaLabel: label }), [label]);

  useImperativeHandle(ref, () => ({
    focus: () => editor.current?.focus(),
    goTo(line, column) {
      const position = { lineNumber: line, column };
      editor.current?.setPosition(position);
      editor.current?.revealPositionInCenterIfOutsideViewport(position);
      editor.current?.focus();
    },
    async act(action) {
      editor.current?.focus();
      const name = EDITOR_ACTIONS[action];
      const known = editor.current?.getAction(name);
      if (known) await known.run();
      else editor.current?.trigger('window', name, null);
    },
  }));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the editor inside takes the keys; this is the way out of it
    <div
      ref={place}
      className={styles.editor}
      onKeyDown={(event) => {
        // What closes something inside the editor is marked as used.
        if (event.key === 'Escape' && !event.defaultPrevented) onLeave();
      }}
    />
  );
}

const OPTIONS = {
  automaticLayout: true,
  fixedOverflowWidgets: true,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  scrollBeyondLastLine: false,
  overviewRulerBorder: false,
  renderLineHighlightOnlyWhenFocus: true,
  tabSize: 2,
  insertSpaces: true,
  formatOnPaste: true,
  smoothScrolling: false,
  padding: { top: 8, bottom: 8 },
  unicodeHighlight: { ambiguousCharacters: false },
  suggest: { showWords: false },
  hover: { above: false },
  'semanticHighlighting.enabled': false,
  definitionLinkOpensInPeek: true,
} as const;
