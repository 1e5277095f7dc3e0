import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { ParamValue } from '#shared/domain/manifest.ts';

export const BOTTOM_TABS = ['trades', 'orders', 'periods', 'log', 'problems', 'values'] as const;
export type BottomTab = (typeof BOTTOM_TABS)[number];

/** Everything of a run that can be docked. */
export const RUN_PANELS = ['prices', 'equity', ...BOTTOM_TABS] as const;
export type RunPanel = (typeof RUN_PANELS)[number];

export type EquityMode = 'linear' | 'log' | 'returns';

/** As many as a chart has colours for that can be told apart. */
export const MOST_COMPARED = 4;

/** What the dialog for a new run begins with, in place of what was run last. */
export interface NewRun {
  /** An id of the library. */
  strategy?: string;
  series?: string[];
}

export interface WorkspaceState {
  /** What the list of runs is narrowed to. */
  text: string;
  tag: string | null;
  /** Runs that are ticked for comparing, in the order of ticking. */
  compared: readonly string[];
  /** Of one run: another run has none selected. */
  selectedTrade: { run: string; trade: number } | null;
  /** The bar whose values are shown, of the main symbol where none is named. */
  pickedBar: { run: string; row: number; symbol: string | null } | null;
  /** The panel that is to be shown next; one that is closed opens only where that was asked for. */
  askedPanel: { panel: RunPanel; opens: boolean } | null;
  equityMode: EquityMode;
  /** Null: nobody is asked what to run. */
  newRun: NewRun | null;
  /** The job whose run is opened as soon as it is done, and the run that it varies, if it does. */
  awaited: { job: string; of: string | null } | null;
  /** Parameters of a run as its sliders stand, where they were moved. */
  draft: { run: string; params: Readonly<Record<string, ParamValue>> } | null;
  /** The last job that verified a run. */
  verified: { run: string; job: string } | null;
  /** The run that is about to be gone, and shown no more. */
  leaving: string | null;
}

const initialState: WorkspaceState = {
  text: '',
  tag: null,
  compared: [],
  selectedTrade: null,
  pickedBar: null,
  askedPanel: null,
  equityMode: 'linear',
  newRun: null,
  awaited: null,
  draft: null,
  verified: null,
  leaving: null,
};

/** What the runs workspace shows: ids and choices, never results. */
export const workspaceSlice = createSlice({
  name: 'runs',
  initialState,
  reducers: {
    textChanged(state, { payload }: PayloadAction<string>) {
      state.text = payload;
    },
    tagChosen(state, { payload }: PayloadAction<string | null>) {
      state.tag = payload;
    },
    /** Ticks a run or takes the tick away; where there are too many, the oldest tick goes. */
    compareToggled(state, { payload: run }: PayloadAction<string>) {
      state.compared = state.compared.includes(run)
        ? state.compared.filter((other) => other !== run)
        : [...state.compared, run].slice(-MOST_COMPARED);
    },
    compareCleared(state) {
      state.compared = [];
    },
    tradeSelected(state, { payload }: PayloadAction<WorkspaceState['selectedTrade']>) {
      state.selectedTrade = payload;
    },
    barPicked(state, { payload }: PayloadAction<WorkspaceState['pickedBar']>) {
      state.pickedBar = payload;
    },
    /** Something was chosen that this table tells more of: it is shown, unless it was closed. */
    bottomTabChosen(state, { payload: panel }: PayloadAction<BottomTab>) {
      state.askedPanel = { panel, opens: false };
    },
    panelAsked(state, { payload: panel }: PayloadAction<RunPanel>) {
      state.askedPanel = { panel, opens: true };
    },
    askedPanelShown(state) {
      state.askedPanel = null;
    },
    equityModeChosen(state, { payload }: PayloadAction<EquityMode>) {
      state.equityMode = payload;
    },
    newRunOpened(state, { payload }: PayloadAction<NewRun>) {
      state.newRun = payload;
    },
    newRunClosed(state) {
      state.newRun = null;
    },
    /** Sliders of any other run go back: nothing is on its way for them any more. */
    jobAwaited(state, { payload }: PayloadAction<WorkspaceState['awaited']>) {
      state.awaited = payload;
      if (payload !== null && state.draft?.run !== payload.of) state.draft = null;
    },
    /** The awaited run is there: the sliders go on from it as they stand. */
    awaitedArrived(state, { payload: run }: PayloadAction<string>) {
      if (state.draft !== null && state.draft.run === state.awaited?.of) state.draft.run = run;
      state.awaited = null;
    },
    paramsDrafted(state, { payload }: PayloadAction<WorkspaceState['draft']>) {
      state.draft = payload;
    },
    /** The sliders of a run go back to its own parameters. */
    draftDropped(state, { payload: run }: PayloadAction<string>) {
      if (state.draft?.run === run) state.draft = null;
    },
    verifyStarted(state, { payload }: PayloadAction<WorkspaceState['verified']>) {
      state.verified = payload;
    },
    runLeaving(state, { payload }: PayloadAction<string | null>) {
      state.leaving = payload;
    },
    /** A deleted run is nowhere any more. */
    runForgotten(state, { payload: run }: PayloadAction<string>) {
      state.compared = state.compared.filter((other) => other !== run);
      if (state.selectedTrade?.run === run) state.selectedTrade = null;
      if (state.pickedBar?.run === run) state.pickedBar = null;
    },
  },
});

export const {
  textChanged,
  tagChosen,
  compareToggled,
  compareCleared,
  tradeSelected,
  barPicked,
  bottomTabChosen,
  panelAsked,
  askedPanelShown,
  equityModeChosen,
  newRunOpened,
  newRunClosed,
  jobAwaited,
  awaitedArrived,
  paramsDrafted,
  draftDropped,
  verifyStarted,
  runLeaving,
  runForgotten,
} = workspaceSlice.actions;
