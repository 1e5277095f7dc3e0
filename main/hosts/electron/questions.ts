import type { MessageBoxOptions, OpenDialogOptions } from 'electron';

/** Index of the button that ends the app. */
export const QUIT_ANYWAY = 1;

/** What is asked before the app ends while jobs are under way. */
export function quitQuestion(jobs: number): MessageBoxOptions {
  const [many, they] = jobs === 1 ? ['A job is', 'It'] : [`${jobs} jobs are`, 'They'];
  return {
    type: 'question',
    message: `${many} still under way.`,
    detail: `${they} can begin again from the list of jobs the next time.`,
    buttons: ['Keep waiting', 'Stop and quit'],
    defaultId: 0,
    cancelId: 0,
  };
}

/** What is asked when the window fails again and again. */
export const windowFailed: MessageBoxOptions = {
  type: 'error',
  message: 'The window of Hindcast keeps failing.',
  detail: 'Runs go on without it. Quitting stops them; they can begin again the next time.',
  buttons: ['Open it again', 'Quit'],
  defaultId: 0,
  cancelId: 0,
};

/** Where the data are to be moved to. */
export const folderQuestion: OpenDialogOptions = {
  title: 'Move the data to',
  buttonLabel: 'Choose',
  properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
};
