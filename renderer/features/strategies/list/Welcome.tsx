import styles from './list.module.css';
import { TemplateGallery } from './TemplateGallery.tsx';

const NOTHING = () => {};

/** What the workspace shows while no strategy is open. */
export function Welcome() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.welcome} tabIndex={0} aria-label="Begin a strategy">
      <h1>Begin a strategy</h1>
      <TemplateGallery onBegun={NOTHING} />
    </section>
  );
}
