import desktop from '../../electron.vite.config.ts';

/** What ships but the window, which these tests replace by a page of their own. */
export default { main: desktop.main, preload: desktop.preload };
