import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT } from './import-draft.ts';
import { EMPTY_FLOW, fileName, type ImportEvent, type ImportFlow, importFlow } from './import-flow.ts';

const [A, B] = [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')];
const UPLOAD = { upload: 'a'.repeat(32), name: 'a.csv', bytes: 1 };
const ERROR = { kind: 'storage', code: 'storage.full', message: 'The disk is full.' } as const;

const flowAfter = (...events: ImportEvent[]): ImportFlow => events.reduce(importFlow, EMPTY_FLOW);
const chosen: ImportEvent = { type: 'chosen', files: [A, B] };
const received: ImportEvent = { type: 'received', upload: UPLOAD };
const problemsShown: ImportEvent = { type: 'problemsShown' };
const started: ImportEvent = { type: 'started', job: 'b1' };

describe('an import', () => {
  test('sends the first of the chosen files and lets the others wait', () => {
    const flow = flowAfter(chosen);
    expect(flow.stage).toEqual({ step: 'send', file: A, sent: 0, error: null });
    expect(flow.waiting).toEqual([B]);
    expect(fileName(flow)).toBe('a.csv');
  });

  test('opens where files are chosen, and only once', () => {
    expect(flowAfter({ type: 'opened' }).stage).toEqual({ step: 'choose' });
    expect(flowAfter({ type: 'opened' }, chosen).stage).toMatchObject({ step: 'send', file: A });
    expect(flowAfter(chosen, { type: 'opened' }).stage.step).toBe('send');
  });

  test('forgets everything when it is closed', () => {
    const draft = { ...EMPTY_DRAFT, symbol: 'SP500' };
    expect(flowAfter(chosen, received, { type: 'drafted', draft }, { type: 'closed' })).toEqual(EMPTY_FLOW);
  });

  test('lets files wait that are chosen later', () => {
    const flow = flowAfter({ type: 'chosen', files: [A] }, received, { type: 'chosen', files: [B] });
    expect(flow.stage.step).toBe('read');
    expect(flow.waiting).toEqual([B]);
  });

  test('tells how far the file is, and why it was not taken', () => {
    expect(flowAfter(chosen, { type: 'sent', bytes: 7 }).stage).toMatchObject({ sent: 7, error: null });
    const refused: ImportEvent = { type: 'refused', error: ERROR };
    expect(flowAfter(chosen, refused).stage).toMatchObject({ step: 'send', error: ERROR });
    expect(flowAfter(chosen, refused, { type: 'sent', bytes: 0 }).stage).toMatchObject({ error: null });
  });

  test('goes from reading over problems to importing, and back', () => {
    expect(flowAfter(chosen, received).stage).toEqual({ step: 'read', upload: UPLOAD });
    expect(flowAfter(chosen, received, problemsShown).stage).toEqual({ step: 'problems', upload: UPLOAD });
    expect(flowAfter(chosen, received, problemsShown, { type: 'readAgain' }).stage.step).toBe('read');
    expect(flowAfter(chosen, received, started).stage).toEqual({ step: 'import', upload: UPLOAD, job: 'b1' });
    expect(flowAfter(chosen, received, started, { type: 'readAgain' }).stage.step).toBe('read');
    expect(fileName(flowAfter(chosen, received, started))).toBe('a.csv');
  });

  test('goes on to the next file with what was said of the last one, but for its name', () => {
    const draft = { ...EMPTY_DRAFT, symbol: 'SP500', decimal: ',' } as const;
    const flow = flowAfter(chosen, received, { type: 'drafted', draft }, started, { type: 'passed' });
    expect(flow.stage).toEqual({ step: 'send', file: B, sent: 0, error: null });
    expect(flow.waiting).toEqual([]);
    expect(flow.draft).toEqual({ ...draft, symbol: '' });
  });

  test('asks for a file when none waits', () => {
    const flow = flowAfter({ type: 'chosen', files: [A] }, received, { type: 'passed' });
    expect(flow.stage).toEqual({ step: 'choose' });
    expect(fileName(flow)).toBeNull();
  });

  test.each([{ type: 'sent', bytes: 7 }, received, { type: 'refused', error: ERROR }, problemsShown, started] as const)(
    'is left alone by $type before a file is chosen',
    (event) => {
      expect(flowAfter(event)).toEqual(EMPTY_FLOW);
    },
  );

  test('is left alone by an answer about an upload that is over', () => {
    const flow = flowAfter(chosen, received, started);
    expect(importFlow(flow, { type: 'received', upload: UPLOAD })).toBe(flow);
    expect(importFlow(flow, problemsShown)).toBe(flow);
  });
});
