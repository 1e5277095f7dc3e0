import { type Command, EXIT } from '../command.ts';
import { formatDay } from '../format.ts';

/** More of them nobody reads in a terminal. */
const MOST_LISTED = 500;

export const strategiesList: Command = {
  name: 'strategies list',
  usage: '',
  summary: 'list the strategies of the library, newest change first',
  positionals: [0, 0],
  flags: {
    search: { value: 'TEXT', help: 'those with this in name, tags or text' },
    archived: { help: 'those in the archive' },
  },
  async run({ args, terminal, app }) {
    const search = args.text('search');
    const { rows } = app().strategies.list({
      offset: 0,
      limit: MOST_LISTED,
      archived: args.has('archived'),
      ...(search !== undefined && { search }),
    });
    if (args.has('json')) terminal.json(rows);
    else if (rows.length === 0) terminal.print('No strategies: hindcast strategies import FILE brings one.');
    else {
      terminal.table(
        [
          ['strategy', 'changed', 'name', 'branch', 'revisions', 'runs'],
          ...rows.map(({ id, changedAt, name, branch, isDirty, revisions, runs }) => [
            id,
            formatDay(changedAt),
            name,
            isDirty ? `${branch}, changed` : branch,
            String(revisions),
            String(runs),
          ]),
        ],
        [4, 5],
      );
    }
    return EXIT.ok;
  },
};
