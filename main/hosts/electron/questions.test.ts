import { expect, test } from 'vitest';
import { QUIT_ANYWAY, quitQuestion, windowFailed } from './questions.ts';

test('the question before the end counts jobs, and waiting is what a hasty key does', () => {
  expect(quitQuestion(1)).toMatchObject({ message: 'A job is still under way.', defaultId: 0, cancelId: 0 });
  expect(quitQuestion(1).detail).toMatch(/^It can/);
  expect(quitQuestion(3)).toMatchObject({ message: '3 jobs are still under way.' });
  expect(quitQuestion(3).detail).toMatch(/^They can/);
  expect(quitQuestion(1).buttons?.[QUIT_ANYWAY]).toBe('Stop and quit');
  expect(windowFailed.buttons?.[QUIT_ANYWAY]).toBe('Quit');
  expect(windowFailed).toMatchObject({ defaultId: 0, cancelId: 0 });
});
