import { PALETTES, type PaletteName } from '#shared/theme/palettes.ts';
import { DARK, LIGHT } from '#shared/theme/tokens.ts';
import { startLanguage } from './language.ts';
import { editorLook } from './look.ts';
import { monaco } from './monaco.ts';
import { provideFixes } from './quick-fixes.ts';
import { provideThreads } from './threads.ts';

const THEME = 'hindcast';
let isStarted = false;

/** Sets Monaco up, once, for whoever shows an editor. */
export function startEditor(): void {
  if (isStarted) return;
  isStarted = true;
  provideThreads();
  startLanguage();
  provideFixes();
  monaco.editor.addKeybindingRules([
    // Keys of the window, which Monaco would take for the beginning of its own or for its palette.
    { keybinding: monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyK, command: null },
    { keybinding: monaco.KeyCode.F1, command: null },
  ]);
  // What is defined in another file is shown in place: the editor keeps the text that it has.
  monaco.editor.registerEditorOpener({
    openCodeEditor(source) {
      source.trigger('definition', 'editor.action.peekDefinition', null);
      return true;
    },
  });
  applyLook();
  new MutationObserver(applyLook).observe(document.documentElement, { attributes: true });
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
}

function applyLook(): void {
  const { theme = 'dark', palette } = document.documentElement.dataset;
  const isLight = theme === 'light';
  const chosen = PALETTES[(palette ?? 'colour-blind-safe') as PaletteName][isLight ? 'light' : 'dark'];
  monaco.editor.defineTheme(THEME, {
    base: isLight ? 'vs' : 'vs-dark',
    ...editorLook({ ...(isLight ? LIGHT : DARK).colours, ...chosen }),
  });
  monaco.editor.setTheme(THEME);
}

/** Type of the editor: it grows with the text scale, as everything in the window. */
export function editorType(): { fontFamily: string; fontSize: number; lineHeight: number } {
  const style = getComputedStyle(document.documentElement);
  const scale = Number.parseFloat(style.fontSize) / 16;
  return { fontFamily: style.getPropertyValue('--font-mono').trim(), fontSize: 12.5 * scale, lineHeight: 19 * scale };
}
