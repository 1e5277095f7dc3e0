import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { ChooseStage } from './ChooseStage.tsx';
import { FileStages } from './FileStages.tsx';
import styles from './ImportWizard.module.css';
import { fileName, type ImportEvent, type ImportFlow } from './import-flow.ts';
import { SendStage } from './SendStage.tsx';
import { StepLine } from './StepLine.tsx';

/** From files to series, one file after the other. Closing it throws away what isn't being imported. */
export function ImportWizard({ flow, onEvent }: { flow: ImportFlow; onEvent: (event: ImportEvent) => void }) {
  const { stage, waiting } = flow;
  const name = fileName(flow);
  return (
    <Dialog
      title={name === null ? 'Import prices' : `Import ${name}`}
      width="wide"
      isOpen={stage.step !== 'closed'}
      onOpenChange={(isOpen) => onEvent({ type: isOpen ? 'opened' : 'closed' })}
    >
      <div className={styles.wizard}>
        <StepLine step={stage.step} waiting={waiting.length} />
        {stage.step === 'choose' && <ChooseStage onFiles={(files) => onEvent({ type: 'chosen', files })} />}
        {stage.step === 'send' && <SendStage stage={stage} onEvent={onEvent} />}
        {'upload' in stage && <FileStages key={stage.upload.upload} stage={stage} flow={flow} onEvent={onEvent} />}
      </div>
    </Dialog>
  );
}
