// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${1:…} is a place to fill in
/** A text with places to fill in, found by typing the beginning of its label. */
export interface Snippet {
  label: string;
  /** What it is for, one sentence. */
  about: string;
  lines: readonly string[];
}

export const SNIPPETS: readonly Snippet[] = [
  {
    label: 'strategy',
    about: 'A whole strategy that decides bar by bar.',
    lines: [
      "import { param, strategy, ta } from 'hindcast';",
      '',
      'export default strategy({',
      "  name: '${1:My strategy}',",
      '  params: {',
      '    ${2:length}: param.int(${3:20}, { min: ${4:2}, max: ${5:200} }),',
      '  },',
      '  setup({ data, params }) {',
      '    return { ${6:average}: ta.sma(data.close, params.${2:length}) };',
      '  },',
      '  onBar({ bar, order, position }, { ${6:average} }) {',
      '    if (bar.close > ${6:average}.now && !position.isOpen) {',
      '      order.buy({ size: order.percentOfEquity(100) });',
      '    } else if (bar.close < ${6:average}.now) {',
      '      position.close();',
      '    }$0',
      '  },',
      '});',
      '',
    ],
  },
  {
    label: 'signals',
    about: 'A whole strategy that says for all bars at once when to be in the market.',
    lines: [
      "import { param, strategy, ta, when } from 'hindcast';",
      '',
      'export default strategy({',
      "  name: '${1:My strategy}',",
      '  params: {',
      '    fast: param.int(${2:10}, { min: 2, max: 100 }),',
      '    slow: param.int(${3:30}, { min: 5, max: 400 }),',
      '  },',
      '  signals({ data, params }) {',
      '    const fast = ta.sma(data.close, params.fast);',
      '    const slow = ta.sma(data.close, params.slow);',
      '    return { entries: when.crossOver(fast, slow), exits: when.crossUnder(fast, slow) };$0',
      '  },',
      '});',
      '',
    ],
  },
  {
    label: 'param',
    about: 'A whole number that becomes a slider.',
    lines: ['${1:length}: param.int(${2:20}, { min: ${3:2}, max: ${4:200}, step: ${5:1} }),$0'],
  },
  {
    label: 'entry',
    about: 'Buys with the whole equity when no position is open.',
    lines: [
      'if (${1:ta.crossOver(fast, slow)} && !position.isOpen) {',
      "  order.buy({ size: order.percentOfEquity(${2:100}), tag: '${3:entry}' });",
      '}$0',
    ],
  },
  {
    label: 'exit',
    about: 'Closes the position.',
    lines: ['if (${1:ta.crossUnder(fast, slow)}) {', "  position.close({ tag: '${2:exit}' });", '}$0'],
  },
];
