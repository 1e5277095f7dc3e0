import { z } from 'zod';
import type { ProofService } from '../../proofs/proof-service.ts';
import type { RunStore } from '../../runs/run-store.ts';
import type { JobWork } from '../job-kind.ts';

export interface ProofInput {
  run: string;
}

export function proofWork(runs: RunStore, proofService: ProofService): JobWork<ProofInput> {
  return {
    kind: 'proof',
    unit: 'runs',
    canPause: false,
    atOnce: 1,
    input: z.strictObject({ run: z.string() }),
    async perform({ run }, { signal, onProgress, onRun }) {
      const record = runs.find(run);
      onRun(record.id);
      return { kind: 'proof', run: record.id, proofs: await proofService.prove(record, { signal, onProgress }) };
    },
  };
}
