import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Heading, Modal, Dialog as ModalDialog, ModalOverlay } from 'react-aria-components';
import { useText } from '../views/provider.ts';

type Properties = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** A place to work in rather than a question: as much of the window as it can use. */
  readonly tall?: boolean;
};

/** A modal dialog: takes the focus, keeps it, gives it back; Escape closes it. */
export function Dialog({ title, onClose, children, wide = false, tall = false }: Properties) {
  const text = useText();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="overlay"
    >
      <Modal className={`modal${wide ? ' wide' : ''}${tall ? ' tall' : ''}`}>
        <ModalDialog className="dialog">
          {/* No header: a dialog’s is no banner of the page, whose own is in sight beside it in an emergency. */}
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className="icon-button" aria-label={text.shell.close} onClick={onClose}>
              <X size={18} />
            </button>
          </div>
          {children}
        </ModalDialog>
      </Modal>
    </ModalOverlay>
  );
}
