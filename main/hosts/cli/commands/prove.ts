import { lookAheadWords, type ProofWords, warmUpWords } from '#shared/domain/proof-words.ts';
import { type Command, EXIT } from '../command.ts';
import { LIMIT_FLAGS } from '../limits.ts';

const STYLES = { ok: 'green', warn: 'yellow', error: 'red', none: 'dim' } as const satisfies Record<
  ProofWords['tone'],
  string
>;

export const prove: Command = {
  name: 'prove',
  usage: 'RUN',
  summary: 'repeat a stored run on other bars to see whether it looks ahead',
  positionals: [1, 1],
  flags: LIMIT_FLAGS,
  notes:
    'RUN is the id of a run, the beginning of it, or last. The bars are cut in many places; behind each cut they are\n' +
    'left out, or go on with other prices. Ends with 1 when the strategy did something else before a cut.',
  async run({ args, terminal, app, signal }) {
    const { runs, proofService } = app();
    const record = runs.find(args.positionals[0] ?? '');
    const proofs = await proofService.prove(record, {
      signal,
      onProgress: (done, total) => terminal.progress('Proving', done / total, record.id),
    });
    terminal.clearProgress();
    const { lookAhead, warmUp } = proofs;
    if (args.has('json')) terminal.json({ run: record.id, manifestId: record.manifestId, ...proofs });
    else {
      for (const { tone, title, body } of [lookAheadWords(lookAhead), warmUpWords(warmUp)]) {
        terminal.print(`${terminal.styled(STYLES[tone], title)}: ${body.replace(/\p{Cc}/gu, '\uFFFD')}`);
      }
      if (lookAhead.verdict === 'found' && lookAhead.line !== null) {
        terminal.print(`${record.strategyFile}:${lookAhead.line} is where the lint sees it.`);
      }
    }
    return lookAhead.verdict === 'found' ? EXIT.failedRun : EXIT.ok;
  },
};
