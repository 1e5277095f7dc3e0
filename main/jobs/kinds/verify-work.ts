import { z } from 'zod';
import type { RunService } from '../../runs/run-service.ts';
import type { RunStore } from '../../runs/run-store.ts';
import type { JobWork } from '../job-kind.ts';

export interface VerifyInput {
  run: string;
}

export function verifyWork(runs: RunStore, runService: RunService): JobWork<VerifyInput> {
  return {
    kind: 'verify',
    unit: 'bars',
    canPause: false,
    atOnce: 1,
    input: z.strictObject({ run: z.string() }),
    async perform({ run }, { signal, onProgress, onRun }) {
      const record = runs.find(run);
      onRun(record.id);
      const found = await runService.verify(record, {
        signal,
        onProgress: ({ bar, bars }) => onProgress(bar, bars),
      });
      const isVerified = found.stored === found.fresh && found.isIntact;
      return { kind: 'verify', run: record.id, isVerified, ...found };
    },
  };
}
