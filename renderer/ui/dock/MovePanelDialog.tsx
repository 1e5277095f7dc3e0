import { useState } from 'react';
import { Button } from '../action/Button.tsx';
import { Select } from '../field/Select.tsx';
import { Dialog } from '../overlay/Dialog.tsx';
import styles from './Dock.module.css';
import { DOCK_SIDES, type DockSide } from './dock-actions.ts';

const SIDE_WORDS = {
  left: 'Left of',
  right: 'Right of',
  above: 'Above',
  below: 'Below',
  tab: 'As a tab beside',
} as const;
const ALL = 'all panels';

/** Where a panel goes: beside another one, among its tabs, or at the edge of all of them. */
export function MovePanelDialog({
  panel,
  others,
  onMove,
  onClose,
}: {
  panel: { id: string; title: string };
  /** The other panels that are open. */
  others: readonly { id: string; title: string }[];
  /** `beside` null: all panels. */
  onMove: (side: DockSide | 'tab', beside: string | null) => void;
  onClose: () => void;
}) {
  const [side, setSide] = useState<DockSide | 'tab'>('right');
  const [beside, setBeside] = useState<string>(ALL);
  const isImpossible = side === 'tab' && beside === ALL;
  return (
    <Dialog
      title={`Move ${panel.title}`}
      width="narrow"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={isImpossible}
            onClick={() => {
              onClose();
              onMove(side, beside === ALL ? null : beside);
            }}
          >
            Move
          </Button>
        </>
      }
    >
      <div className={styles.move}>
        <Select
          label="To"
          options={[...DOCK_SIDES, 'tab' as const].map((value) => ({ value, label: SIDE_WORDS[value] }))}
          value={side}
          onChange={setSide}
        />
        <Select
          label="Of"
          options={[
            { value: ALL, label: 'All panels' },
            ...others.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={beside}
          onChange={setBeside}
          {...(isImpossible && { error: 'A tab stands beside one panel: choose which.' })}
        />
      </div>
    </Dialog>
  );
}
