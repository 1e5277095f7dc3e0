import EditorThread from 'monaco-editor/editor/editor.worker?worker';
import TypeScriptThread from 'monaco-editor/languages/features/typescript/ts.worker?worker';

/** Has Monaco take its threads from the window's own files: the ones that it would make itself the policy forbids. */
export function provideThreads(): void {
  globalThis.MonacoEnvironment = {
    getWorker: (_, label) => (label === 'typescript' ? new TypeScriptThread() : new EditorThread()),
  };
}
