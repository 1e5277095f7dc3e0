import { type BrowserWindow, Notification } from 'electron';
import type { Job } from '#shared/contract/job.ts';
import { jobNotice } from '#shared/contract/job-notice.ts';
import type { App } from '../../app.ts';
import { taskbarProgress } from './taskbar.ts';

export interface JobSignsParts {
  app: Pick<App, 'jobs' | 'settings'>;
  window: () => BrowserWindow | null;
  /** A notice was clicked. */
  onOpen: (path: string) => void;
}

/** Shows jobs outside the window: their progress in the taskbar, their end as a notification when nobody looks. */
export async function showJobs({ app, window, onOpen }: JobSignsParts, signal: AbortSignal): Promise<void> {
  const jobs = new Map<string, Job>();
  for await (const job of app.jobs.watch(signal)) {
    jobs.set(job.id, job);
    window()?.setProgressBar(taskbarProgress(jobs.values()));
    if (job.finishedAt === null) continue;
    jobs.delete(job.id);
    if (window()?.isFocused() !== true && app.settings.get().notifyWhenJobsEnd) notify(job, onOpen);
  }
}

function notify(job: Job, onOpen: (path: string) => void): void {
  const notice = jobNotice(job);
  if (notice === null || !Notification.isSupported()) return;
  const { title, body, path } = notice;
  const notification = new Notification({ title, body });
  notification.on('click', () => onOpen(path));
  notification.show();
}
