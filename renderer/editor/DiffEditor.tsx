import { useEffect, useRef } from 'react';
import styles from './editor.module.css';
import { monaco } from './monaco.ts';
import { editorType, startEditor } from './start.ts';

/** Two texts side by side, what differs marked; for reading. */
export function DiffEditor({ before, after, label }: { before: string; after: string; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    startEditor();
    const model = {
      original: monaco.editor.createModel(before, 'typescript'),
      modified: monaco.editor.createModel(after, 'typescript'),
    };
    const made = monaco.editor.createDiffEditor(place.current, { ...OPTIONS, ...editorType() });
    made.getOriginalEditor().updateOptions({ ariaLabel: `${label}, before` });
    made.getModifiedEditor().updateOptions({ ariaLabel: `${label}, after` });
    made.setModel(model);
    return () => {
      made.dispose();
      model.original.dispose();
      model.modified.dispose();
    };
  }, [before, after, label]);
  return <div ref={place} className={styles.editor} />;
}

const OPTIONS = {
  automaticLayout: true,
  readOnly: true,
  originalEditable: false,
  renderSideBySide: true,
  useInlineViewWhenSpaceIsLimited: true,
  hideUnchangedRegions: { enabled: true },
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderOverviewRuler: false,
  renderValidationDecorations: 'off',
} as const;
