import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../ui/action/Button.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';

/** Asks for a line of text. Enter answers, Esc doesn't. */
export function TextDialog({
  title,
  label,
  description,
  initial = '',
  placeholder,
  confirmLabel,
  mayBeEmpty = false,
  problemOf = () => null,
  onClose,
  onConfirm,
}: {
  title: string;
  label: string;
  description?: ReactNode;
  initial?: string;
  placeholder?: string;
  /** What will be done, as a verb. */
  confirmLabel: string;
  mayBeEmpty?: boolean;
  /** Why a text can't be the answer; null where it can. */
  problemOf?: (text: string) => string | null;
  onClose: () => void;
  onConfirm: (text: string) => void;
}) {
  const form = useId();
  const [text, setText] = useState(initial);
  const trimmed = text.trim();
  const problem = trimmed === '' ? null : problemOf(trimmed);
  const isAnswer = (trimmed !== '' || mayBeEmpty) && problem === null;
  return (
    <Dialog
      title={title}
      width="narrow"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      {...(description !== undefined && { description })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" disabled={!isAnswer}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isAnswer) return;
          onClose();
          onConfirm(trimmed);
        }}
      >
        <TextField
          label={label}
          value={text}
          onChange={setText}
          {...(placeholder !== undefined && { placeholder })}
          {...(problem !== null && { error: problem })}
        />
      </form>
    </Dialog>
  );
}
