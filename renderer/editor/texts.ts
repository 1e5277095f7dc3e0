import { monaco } from './monaco.ts';

type Text = ReturnType<typeof monaco.editor.createModel>;

/** A stretch of a text: offsets in UTF-16 units from its start, the end not included. */
export interface Stretch {
  start: number;
  end: number;
}

/** Where Monaco keeps the text of a path. */
export const addressOf = (path: string) => monaco.Uri.from({ scheme: 'file', path: `/${path}` });

/** The open text at a path, such as `strategies/8f3a61b20c/main.ts`; null where there is none. */
export function openedText(path: string): Text | null {
  return monaco.editor.getModel(addressOf(path));
}

/** Opens a text at a path, or makes the one that is open there equal to it: that can be undone. */
export function openText(path: string, content: string): void {
  const opened = openedText(path);
  if (opened === null) monaco.editor.createModel(content, undefined, addressOf(path));
  else if (opened.getValue() !== content) replaceWhole(opened, content);
}

function replaceWhole(text: Text, content: string): void {
  text.pushStackElement();
  text.pushEditOperations(null, [{ range: text.getFullModelRange(), text: content }], () => null);
  text.pushStackElement();
}

/** Closes a text and gives back what it held. */
export function closeText(path: string): void {
  openedText(path)?.dispose();
}

/** Replaces a stretch of an open text, as one step that can be undone. */
export function replaceStretch(path: string, { start, end }: Stretch, content: string): void {
  const text = openedText(path);
  if (text === null) return;
  const range = monaco.Range.fromPositions(text.getPositionAt(start), text.getPositionAt(end));
  text.pushStackElement();
  text.pushEditOperations(null, [{ range, text: content }], () => null);
  text.pushStackElement();
}

/** Has `listener` called with an open text as often as it changes; returns what ends that. */
export function followText(path: string, listener: (content: string) => void): () => void {
  const text = openedText(path);
  const following = text?.onDidChangeContent(() => listener(text.getValue()));
  return () => following?.dispose();
}

/** How many texts are open: what is closed must be gone. */
export function openTextCount(): number {
  return monaco.editor.getModels().filter(({ uri }) => !uri.path.startsWith('/node_modules/')).length;
}
