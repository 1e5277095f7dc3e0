import type { ApiError } from '#shared/contract/errors.ts';
import type { Upload } from '#shared/contract/market.ts';
import { draftOfNextFile, EMPTY_DRAFT, type ImportDraft } from './import-draft.ts';

export type ImportStage =
  | { step: 'closed' }
  | { step: 'choose' }
  /** `error`: the host didn't take the file. */
  | { step: 'send'; file: File; sent: number; error: ApiError | null }
  | { step: 'read'; upload: Upload }
  | { step: 'problems'; upload: Upload }
  | { step: 'import'; upload: Upload; job: string };

/** An import of files, one after the other. */
export interface ImportFlow {
  stage: ImportStage;
  draft: ImportDraft;
  /** Files whose turn is still to come. */
  waiting: readonly File[];
}

export type ImportEvent =
  | { type: 'opened' }
  | { type: 'closed' }
  | { type: 'chosen'; files: readonly File[] }
  | { type: 'sent'; bytes: number }
  | { type: 'received'; upload: Upload }
  | { type: 'refused'; error: ApiError }
  | { type: 'drafted'; draft: ImportDraft }
  | { type: 'problemsShown' }
  | { type: 'readAgain' }
  | { type: 'started'; job: string }
  /** On to the next file, or to the choice of one. */
  | { type: 'passed' };

export const EMPTY_FLOW: ImportFlow = { stage: { step: 'closed' }, draft: EMPTY_DRAFT, waiting: [] };

/** What an event makes of an import; events that a stage doesn't know leave it as it is. */
export function importFlow(flow: ImportFlow, event: ImportEvent): ImportFlow {
  const { stage } = flow;
  switch (event.type) {
    case 'opened':
      return stage.step === 'closed' ? { ...flow, stage: { step: 'choose' } } : flow;
    case 'closed':
      return EMPTY_FLOW;
    case 'chosen': {
      const isBusy = stage.step !== 'closed' && stage.step !== 'choose';
      const waiting = [...flow.waiting, ...event.files];
      return isBusy ? { ...flow, waiting } : withNextFile({ ...flow, waiting });
    }
    case 'sent':
      return stage.step === 'send' ? { ...flow, stage: { ...stage, sent: event.bytes, error: null } } : flow;
    case 'received':
      return stage.step === 'send' ? { ...flow, stage: { step: 'read', upload: event.upload } } : flow;
    case 'refused':
      return stage.step === 'send' ? { ...flow, stage: { ...stage, error: event.error } } : flow;
    case 'drafted':
      return { ...flow, draft: event.draft };
    case 'problemsShown':
      return stage.step === 'read' ? { ...flow, stage: { step: 'problems', upload: stage.upload } } : flow;
    case 'readAgain':
      return 'upload' in stage ? { ...flow, stage: { step: 'read', upload: stage.upload } } : flow;
    case 'started':
      return 'upload' in stage ? { ...flow, stage: { step: 'import', upload: stage.upload, job: event.job } } : flow;
    case 'passed':
      return withNextFile({ ...flow, draft: draftOfNextFile(flow.draft) });
  }
}

function withNextFile(flow: ImportFlow): ImportFlow {
  const [file, ...waiting] = flow.waiting;
  if (file === undefined) return { ...flow, stage: { step: 'choose' } };
  return { ...flow, stage: { step: 'send', file, sent: 0, error: null }, waiting };
}

/** The file that an import is about; null before one is chosen. */
export function fileName({ stage }: ImportFlow): string | null {
  if (stage.step === 'send') return stage.file.name;
  return 'upload' in stage ? stage.upload.name : null;
}
