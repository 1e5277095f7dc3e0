import { useEffect, useRef } from 'react';
import { jobNotice } from '#shared/contract/job-notice.ts';
import { desktop } from './api/client.ts';
import { isOver, selectJobs } from './store/jobs-slice.ts';
import { useSettings } from './store/settings.ts';
import { useAppSelector } from './store/store.ts';
import { goToPath } from './use-desktop.ts';

/**
 * In a browser: the system tells of a job that ends while another window is in front, where the settings and the
 * browser allow it. The desktop app does so by itself.
 */
export function useJobNotices(): void {
  const { notifyWhenJobsEnd } = useSettings();
  const jobs = useAppSelector(selectJobs);
  const underWay = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const ended = jobs.filter((job) => underWay.current.has(job.id) && isOver(job));
    underWay.current = new Set(jobs.filter((job) => !isOver(job)).map(({ id }) => id));
    if (desktop !== null || !notifyWhenJobsEnd || document.hasFocus() || !mayNotify()) return;
    for (const job of ended) {
      const notice = jobNotice(job);
      if (notice !== null) show(notice, job.id);
    }
  }, [jobs, notifyWhenJobsEnd]);
}

function show({ title, body, path }: NonNullable<ReturnType<typeof jobNotice>>, tag: string): void {
  // Two windows on one host tell of a job once: a tag is shown once.
  const notification = new Notification(title, { body, tag });
  notification.onclick = () => {
    globalThis.focus();
    goToPath(path);
    notification.close();
  };
}

/** Whether the browser lets this page speak through the system. */
export function mayNotify(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'granted';
}
