import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { ParamValue } from '#shared/domain/manifest.ts';
import { type DeskMemory, EMPTY_MEMORY, type RunChoice } from './desk-memory.ts';

export const ASIDE_TABS = ['result', 'history'] as const;
export type AsideTab = (typeof ASIDE_TABS)[number];

/** What is asked before something is done. */
export type Asked = 'new' | 'revision' | 'rename' | 'tags' | 'file' | 'branch';

/** Two versions beside each other: `draft` or ids of revisions. */
export interface ComparedVersions {
  strategy: string;
  before: string;
  after: string;
}

export interface DeskState extends DeskMemory {
  /** What was kept from earlier is here. */
  isRecalled: boolean;
  search: string;
  tag: string | null;
  isArchiveShown: boolean;
  aside: AsideTab;
  /** By strategy: the file that is shown, where it isn't `main.ts`. */
  files: Readonly<Record<string, string>>;
  /** By strategy: the newest result, the job that brings the next one. */
  results: Readonly<Record<string, string>>;
  jobs: Readonly<Record<string, string>>;
  compared: ComparedVersions | null;
  asked: Asked | null;
}

const initialState: DeskState = {
  ...EMPTY_MEMORY,
  isRecalled: false,
  search: '',
  tag: null,
  isArchiveShown: false,
  aside: 'result',
  files: {},
  results: {},
  jobs: {},
  compared: null,
  asked: null,
};

/** What the strategies workspace shows: ids and choices, never texts. */
export const deskSlice = createSlice({
  name: 'desk',
  initialState,
  reducers: {
    /** What was opened meanwhile stays. */
    deskRecalled(state, { payload }: PayloadAction<DeskMemory>) {
      if (state.isRecalled) return;
      const { open, current } = state;
      Object.assign(state, payload, { isRecalled: true });
      state.open = [...payload.open, ...open.filter((id) => !payload.open.includes(id))];
      state.current = current ?? payload.current;
    },
    strategyOpened(state, { payload: id }: PayloadAction<string>) {
      state.current = id;
      if (!state.open.includes(id)) state.open = [...state.open, id];
    },
    strategyClosed(state, { payload: id }: PayloadAction<string>) {
      const place = state.open.indexOf(id);
      state.open = state.open.filter((other) => other !== id);
      if (state.current === id) state.current = state.open[place] ?? state.open.at(-1) ?? null;
      if (state.compared?.strategy === id) state.compared = null;
    },
    searched(state, { payload }: PayloadAction<string>) {
      state.search = payload;
    },
    tagChosen(state, { payload }: PayloadAction<string | null>) {
      state.tag = payload;
    },
    archiveToggled(state) {
      state.isArchiveShown = !state.isArchiveShown;
    },
    asideChosen(state, { payload }: PayloadAction<AsideTab>) {
      state.aside = payload;
    },
    fileShown(state, { payload: { strategy, file } }: PayloadAction<{ strategy: string; file: string }>) {
      state.files = { ...state.files, [strategy]: file };
    },
    runChosen(state, { payload: { strategy, choice } }: PayloadAction<{ strategy: string; choice: RunChoice }>) {
      state.choices = { ...state.choices, [strategy]: choice };
    },
    paramsMoved(
      state,
      {
        payload: { strategy, params },
      }: PayloadAction<{ strategy: string; params: Readonly<Record<string, ParamValue>> }>,
    ) {
      state.params = { ...state.params, [strategy]: params };
    },
    runAwaited(state, { payload: { strategy, job } }: PayloadAction<{ strategy: string; job: string | null }>) {
      const { [strategy]: _, ...others } = state.jobs;
      state.jobs = job === null ? others : { ...others, [strategy]: job };
    },
    resultShown(state, { payload: { strategy, run } }: PayloadAction<{ strategy: string; run: string }>) {
      state.results = { ...state.results, [strategy]: run };
    },
    versionsCompared(state, { payload }: PayloadAction<ComparedVersions | null>) {
      state.compared = payload;
    },
    askedFor(state, { payload }: PayloadAction<Asked | null>) {
      state.asked = payload;
    },
    problemsResized(state, { payload }: PayloadAction<number>) {
      state.problemsHeight = payload;
    },
  },
});

export const {
  deskRecalled,
  strategyOpened,
  strategyClosed,
  searched,
  tagChosen,
  archiveToggled,
  asideChosen,
  fileShown,
  runChosen,
  paramsMoved,
  runAwaited,
  resultShown,
  versionsCompared,
  askedFor,
  problemsResized,
} = deskSlice.actions;
