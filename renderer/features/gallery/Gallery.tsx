import { useLayoutEffect, useState } from 'react';
import { applyTheme } from '../../theme/apply-theme.ts';
import { ToastRegion } from '../../ui/overlay/ToastRegion.tsx';
import styles from './Gallery.module.css';
import { LookSwitches } from './LookSwitches.tsx';
import { lookOfAddress } from './look.ts';
import { ActionSection } from './sections/ActionSection.tsx';
import { FieldSection } from './sections/FieldSection.tsx';
import { FigureSection } from './sections/FigureSection.tsx';
import { GridSection } from './sections/GridSection.tsx';
import { LayoutSection } from './sections/LayoutSection.tsx';
import { OverlaySection } from './sections/OverlaySection.tsx';
import { StateSection } from './sections/StateSection.tsx';
import { WorkspaceSection } from './sections/WorkspaceSection.tsx';

const SECTIONS = [
  { id: 'workspace', title: 'Together', Section: WorkspaceSection },
  { id: 'actions', title: 'Actions', Section: ActionSection },
  { id: 'fields', title: 'Fields', Section: FieldSection },
  { id: 'overlays', title: 'Overlays', Section: OverlaySection },
  { id: 'states', title: 'States', Section: StateSection },
  { id: 'figures', title: 'Figures', Section: FigureSection },
  { id: 'layout', title: 'Layout', Section: LayoutSection },
  { id: 'grid', title: 'Grid', Section: GridSection },
];

/** Every component in every state, for whoever builds with them. */
export function Gallery() {
  const [look, setLook] = useState(lookOfAddress);
  useLayoutEffect(() => applyTheme(look), [look]);
  return (
    <>
      <header className={styles.bar}>
        <h1 className={styles.title}>Gallery</h1>
        <nav className={styles.nav} aria-label="Sections">
          {SECTIONS.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        <LookSwitches look={look} onChange={setLook} />
      </header>
      <main className={styles.main}>
        {SECTIONS.map(({ id, title, Section }) => (
          <section key={id} id={id} className={styles.section} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`} className={styles.sectionTitle}>
              {title}
            </h2>
            <Section />
          </section>
        ))}
      </main>
      <ToastRegion />
    </>
  );
}
