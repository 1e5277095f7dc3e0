import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '#shared/contract/errors.ts';
import { notify } from '../../../ui/overlay/notify.ts';
import { useAnnotateRunMutation } from '../queries.ts';

/** A pause in typing, after which a note is saved. */
const PAUSE = 600;

/** The note of one run as it is typed: saved with every pause, and when it is left in whatever way. */
export function useNote(run: string, note: string) {
  const [annotate, { error }] = useAnnotateRunMutation();
  const [text, setText] = useState(note);
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isGone = useRef(false);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const sent = unsaved.current;
    if (sent === null) return;
    unsaved.current = null;
    const { error: refusal } = await annotate({ run, note: sent });
    if (refusal === undefined) return;
    unsaved.current ??= sent;
    // Nobody looks at this note any more.
    if (isGone.current) {
      notify({ tone: 'error', title: 'The note was not saved', body: (refusal as ApiError).message });
    }
  }, [annotate, run]);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      void save();
    };
  }, [save]);

  const write = (typed: string) => {
    setText(typed);
    unsaved.current = typed;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  };
  return { text, write, save: () => void save(), error };
}
