import { type ReactNode, useMemo } from 'react';
import { SideSheet } from '../../../ui/layout/SideSheet.tsx';
import { SplitPane } from '../../../ui/layout/SplitPane.tsx';
import type { Command } from '../../commands/command.ts';
import { useCommands } from '../../commands/use-commands.ts';
import { LAYOUT_COMMANDS } from './layout-commands.ts';
import { useLayout } from './use-layout.ts';
import { useSide } from './use-side.ts';
import type { Side } from './workspace-layout.ts';

const WIDTHS = { side: { min: 200, max: 420 }, inspector: { min: 260, max: 480 } };

/** A workspace with a panel at an edge: beside it, or over it in a narrow window. */
export function WorkspaceSide({
  workspace,
  side,
  title,
  panel,
  children,
}: {
  /** Its place in the settings. */
  workspace: string;
  side: Side;
  /** What is in it, as in `Width of the inspector`. */
  title: string;
  panel: ReactNode;
  children: ReactNode;
}) {
  const [layout, change] = useLayout(workspace);
  const { isOver, isOpen, toggle } = useSide(side);
  const commands = useMemo<Command[]>(() => [{ ...LAYOUT_COMMANDS[side], run: toggle }], [side, toggle]);
  useCommands(commands);
  const docked = isOpen && !isOver ? panel : null;
  const width = layout.widths[side];
  return (
    <>
      <SplitPane
        label={`Width of the ${title}`}
        direction="row"
        sized={side === 'side' ? 'first' : 'second'}
        size={width}
        {...WIDTHS[side]}
        onResize={(size) => change({ widths: { ...layout.widths, [side]: size } })}
        first={side === 'side' ? docked : children}
        second={side === 'side' ? children : docked}
      />
      {isOver && (
        <SideSheet
          label={`The ${title}`}
          edge={side === 'side' ? 'left' : 'right'}
          width={width}
          isOpen={isOpen}
          onClose={toggle}
        >
          {panel}
        </SideSheet>
      )}
    </>
  );
}
