import { useEffect, useState } from 'react';
import type { WrittenParam } from '#shared/contract/strategies.ts';
import { client } from '../../../app/api/client.ts';
import type { Files } from '../draft/draft-session.ts';

/** Typing that rests for so long is looked at, ms. */
const REST = 250;

export interface WrittenParams {
  /** What they were found in: places count in there. */
  files: Files | null;
  params: readonly WrittenParam[];
}

const NONE: WrittenParams = { files: null, params: [] };

/** The parameters that stand in the text, a moment after it rests. */
export function useWrittenParams(strategy: string, files: Files): WrittenParams {
  const [written, setWritten] = useState(NONE);
  const isFirst = written.files === null;
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const timer = setTimeout(
      async () => {
        try {
          const asked = { strategy: { kind: 'files', strategy, files: { ...files } } } as const;
          const { params } = await client.strategies.parameters(asked, { signal });
          if (!signal.aborted) setWritten({ files, params });
        } catch {
          // The sliders stay as they are: what keeps the host from answering is said elsewhere.
        }
      },
      isFirst ? 0 : REST,
    );
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [strategy, files, isFirst]);
  return written;
}
