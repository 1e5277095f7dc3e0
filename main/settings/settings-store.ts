import type { Database } from 'better-sqlite3';
import { type Settings, type SettingsChange, settingsSchema } from '#shared/contract/settings.ts';
import { inTransaction } from '../db/transaction.ts';

/** What a person has set; what was never set has its default. */
export class SettingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A value that this version doesn't understand counts as not set. */
  get(): Settings {
    const stored = this.#database
      .prepare<[], { name: string; value: string }>('SELECT name, value FROM settings')
      .all();
    const settings: Record<string, unknown> = {};
    for (const { name, value } of stored) {
      const field = Object.hasOwn(settingsSchema.shape, name)
        ? settingsSchema.shape[name as keyof Settings].safeParse(parsed(value))
        : undefined;
      if (field?.success) settings[name] = field.data;
    }
    return settingsSchema.parse(settings);
  }

  /** Changes some of them, all at once. @throws HindcastError of kind `storage` */
  set(change: SettingsChange): Settings {
    inTransaction(this.#database, () => {
      const put = this.#database.prepare(
        'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
      );
      for (const [name, value] of Object.entries(change)) put.run(name, JSON.stringify(value));
    });
    return this.get();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
