import type { App } from '../app.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

export function jobsApi({ jobs: api }: Implementer, { jobs }: App): AreaRouter<'jobs'> {
  return {
    list: api.list.handler(({ input }) => jobs.list(input)),
    get: api.get.handler(({ input }) => jobs.get(input.job)),
    watch: api.watch.handler(({ input: { job }, signal }) =>
      job === undefined ? jobs.watch(signal) : jobs.watchOne(job, signal),
    ),
    pause: api.pause.handler(({ input }) => jobs.pause(input.job)),
    resume: api.resume.handler(({ input }) => jobs.resume(input.job)),
    cancel: api.cancel.handler(({ input }) => jobs.cancel(input.job)),
  };
}
