import { useAppDispatch } from '../../../app/store/store.ts';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { askedFor } from '../desk-slice.ts';
import { useDesk } from '../use-desk.ts';
import { TemplateGallery } from './TemplateGallery.tsx';

/** Asks where a new strategy is to begin. */
export function NewStrategyDialog() {
  const dispatch = useAppDispatch();
  const isOpen = useDesk((state) => state.asked === 'new');
  const close = () => void dispatch(askedFor(null));
  return (
    <Dialog title="New strategy" width="wide" isOpen={isOpen} onOpenChange={(open) => !open && close()}>
      <TemplateGallery onBegun={close} />
    </Dialog>
  );
}
