/** The message by which the window hands one end of its port to the preload, which passes it on to the host. */
export const CONNECT = 'hindcast:connect';
/** The channel on which the preload hands over the path of a file that a person chose or dropped. */
export const UPLOAD = 'hindcast:upload';

/**
 * All that the preload shows to the window, as `globalThis.hindcast`; what it resolves with is checked there.
 * `PageFile`: the browser's File, which this floor doesn't know.
 */
export interface DesktopBridge<PageFile> {
  platform: string;
  /** Has the host take in a file from the disk: an Upload, or `{ error: ApiError }`. */
  upload(file: PageFile): Promise<unknown>;
}
