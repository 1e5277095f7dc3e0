import { Copy, Download, Info, Settings2, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/action/Button.tsx';
import { IconButton } from '../../../ui/action/IconButton.tsx';
import { TextField } from '../../../ui/field/TextField.tsx';
import { AlertDialog } from '../../../ui/overlay/AlertDialog.tsx';
import { ContextMenu } from '../../../ui/overlay/ContextMenu.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { Drawer } from '../../../ui/overlay/Drawer.tsx';
import { Menu } from '../../../ui/overlay/Menu.tsx';
import type { MenuEntry } from '../../../ui/overlay/menu-entry.ts';
import { notify } from '../../../ui/overlay/notify.ts';
import { Popover } from '../../../ui/overlay/Popover.tsx';
import { Tooltip } from '../../../ui/overlay/Tooltip.tsx';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import styles from '../Gallery.module.css';
import { Specimen, Specimens } from '../Specimen.tsx';

export function OverlaySection() {
  return (
    <Specimens>
      <Menus />
      <Dialogs />
      <Specimen name="Tooltip">
        <Tooltip content="Arithmetic mean, √252">
          <Button>Hover or focus</Button>
        </Tooltip>
      </Specimen>
      <Specimen name="Popover">
        <Popover trigger={<IconButton label="About this run" icon={<Info aria-hidden />} />} title="About this run">
          <p>37,176 bars, engine 1, seed 42. Fills at the next open.</p>
        </Popover>
      </Specimen>
      <Toasts />
    </Specimens>
  );
}

function Menus() {
  const [scale, setScale] = useState('linear');
  const [isShown, setShown] = useState(true);
  const entries: readonly MenuEntry[] = [
    {
      kind: 'action',
      label: 'Copy',
      icon: <Copy aria-hidden />,
      keys: 'Ctrl C',
      run: () => notify({ title: 'Copied' }),
    },
    {
      kind: 'submenu',
      label: 'Export',
      icon: <Download aria-hidden />,
      entries: [
        { kind: 'action', label: 'Report (HTML)', run: () => {} },
        { kind: 'action', label: 'Trades (CSV)', run: () => {} },
      ],
    },
    { kind: 'check', label: 'Show trades', isChecked: isShown, onChange: setShown },
    { kind: 'action', label: 'Not now', icon: <Tag aria-hidden />, isDisabled: true, run: () => {} },
    { kind: 'separator' },
    {
      kind: 'choice',
      label: 'Scale',
      options: [
        { value: 'linear', label: 'Linear' },
        { value: 'log', label: 'Logarithmic' },
      ],
      value: scale,
      onChange: setScale,
    },
    { kind: 'separator' },
    { kind: 'action', label: 'Delete', icon: <Trash2 aria-hidden />, isDanger: true, run: () => {} },
  ];
  return (
    <>
      <Specimen name="Menu">
        <Menu trigger={<Button icon={<Settings2 aria-hidden />}>Options</Button>} entries={entries} />
      </Specimen>
      <Specimen name="Menu behind an icon">
        <Menu trigger={<IconButton label="More" icon={<Settings2 aria-hidden />} />} entries={entries} />
      </Specimen>
      <Specimen name="ContextMenu">
        <ContextMenu entries={() => entries}>
          <div className={styles.area}>Right click here</div>
        </ContextMenu>
      </Specimen>
    </>
  );
}

function Dialogs() {
  const [open, setOpen] = useState<'dialog' | 'alert' | 'drawer' | null>(null);
  const [name, setName] = useState('breakout');
  const only = (which: 'dialog' | 'alert' | 'drawer') => ({
    isOpen: open === which,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? which : null),
  });
  return (
    <>
      <Specimen name="Dialog, AlertDialog, Drawer">
        <div className={styles.row}>
          <Button onClick={() => setOpen('dialog')}>Dialog</Button>
          <Button onClick={() => setOpen('alert')}>AlertDialog</Button>
          <Button onClick={() => setOpen('drawer')}>Drawer</Button>
        </div>
      </Specimen>
      <Dialog
        {...only('dialog')}
        title="Rename strategy"
        description="Runs of it keep the name that they had."
        width="narrow"
        footer={
          <>
            <Button onClick={() => setOpen(null)}>Cancel</Button>
            <Button variant="primary" onClick={() => setOpen(null)}>
              Rename
            </Button>
          </>
        }
      >
        <TextField label="New name" value={name} onChange={setName} />
      </Dialog>
      <AlertDialog
        {...only('alert')}
        title="Delete 3 runs?"
        body="Their trades, orders and logs go with them. The strategies and the data stay."
        confirmLabel="Delete 3 runs"
        isDanger
        onConfirm={() => notify({ title: '3 runs deleted', tone: 'ok', action: { label: 'Undo', run: () => {} } })}
      />
      <Drawer {...only('drawer')} title="Notifications">
        <EmptyState title="All quiet" body="What jobs and checks have to say appears here." />
      </Drawer>
    </>
  );
}

function Toasts() {
  return (
    <Specimen name="notify: ok, info, warn, error">
      <div className={styles.row}>
        <Button onClick={() => notify({ title: 'Run 128 is done', tone: 'ok', body: '412 trades in 1.8 s.' })}>
          Ok
        </Button>
        <Button onClick={() => notify({ title: 'Sweep goes on in the background' })}>Info</Button>
        <Button onClick={() => notify({ title: '12 rows were left out', tone: 'warn' })}>Warn</Button>
        <Button
          onClick={() =>
            notify({
              title: 'The disk is full',
              tone: 'error',
              body: 'Nothing was imported. Make room and try again.',
              action: { label: 'Try again', run: () => {} },
            })
          }
        >
          Error
        </Button>
      </div>
    </Specimen>
  );
}
