import type { RuleLevel } from '../language/checker.ts';

/** Settings of the section `imr`, complete and valid whatever the client sent. */
export interface Settings {
  /** When new findings are shown: after saving, or at every change. */
  run: 'onSave' | 'onType';
  rules: Readonly<Record<string, RuleLevel>>;
  /** Whether spelling, confusions and small grammar are checked. */
  words: boolean;
  /** Paths of word lists that an office shares; absolute, or seen from the first workspace folder. */
  dictionaries: readonly string[];
  /** Path of the settings of the user's office; undefined: those in the user's own folder. */
  office: string | undefined;
  inlayHints: boolean;
  codeLens: boolean;
}

export const defaultSettings: Settings = {
  run: 'onSave',
  rules: {},
  words: true,
  dictionaries: [],
  office: undefined,
  inlayHints: false,
  codeLens: true,
};

const levels = new Set<unknown>(['off', 'default', 'error', 'warning', 'information', 'hint']);

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** Reads what a client sent for the section `imr`; `null`, missing and ill-typed parts take their defaults. */
export function readSettings(sent: unknown): Settings {
  const sentRules = field(sent, 'rules');
  const rules: Record<string, RuleLevel> = {};
  if (typeof sentRules === 'object' && sentRules !== null) {
    for (const [id, level] of Object.entries(sentRules)) {
      if (levels.has(level)) rules[id] = level as RuleLevel;
    }
  }
  const words = field(sent, 'words');
  const dictionaries = field(words, 'dictionaries');
  const office = field(field(sent, 'office'), 'config');
  return {
    run: field(field(sent, 'check'), 'run') === 'onType' ? 'onType' : 'onSave',
    rules,
    words: field(words, 'enabled') !== false,
    dictionaries: Array.isArray(dictionaries)
      ? dictionaries.filter((path): path is string => typeof path === 'string' && path !== '')
      : [],
    office: typeof office === 'string' && office !== '' ? office : undefined,
    inlayHints: field(field(sent, 'inlayHints'), 'enabled') === true,
    codeLens: field(field(sent, 'codeLens'), 'enabled') !== false,
  };
}
