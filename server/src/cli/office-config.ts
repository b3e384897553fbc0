import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { RuleLevel } from '../language/checker.ts';
import type { Finding } from '../language/finding.ts';
import { rules } from '../language/rules/index.ts';

/** Where an office or a folder keeps its settings, seen from the folder. `server/schema/config.schema.json` describes it. */
export const CONFIG_FILE = '.imr/config.json';

/** What a configuration file says; what it leaves out is undefined. */
export interface OfficeConfig {
  /** Path of another configuration that this one builds on, seen from the folder of this file. */
  extends: string | undefined;
  /** Levels by rule. */
  rules: Readonly<Record<string, RuleLevel>>;
  /** Whether spelling, confusions and small grammar are checked. */
  words: boolean | undefined;
  /** Paths of word lists, seen from the folder of this file. */
  dictionaries: readonly string[];
}

const levels: ReadonlySet<unknown> = new Set(['off', 'default', 'hint', 'information', 'warning', 'error']);
const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));

/**
 * Reads a configuration file. What is wrong in it becomes a finding at its place; everything else holds. Comments and
 * trailing commas are allowed, as in the editor's own settings.
 */
export function readOfficeConfig(text: string): { config: OfficeConfig; findings: Finding[] } {
  const findings: Finding[] = [];
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) {
    const what = printParseErrorCode(error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    findings.push(finding(offset, offset + length, `This is no valid JSON: ${what}.`));
  }
  const wrong = (node: Node, message: string): void => {
    findings.push(finding(node.offset, node.offset + node.length, message));
  };
  const config = { extends: undefined, rules: {}, words: undefined, dictionaries: [] } as OfficeConfig;
  if (!tree) return { config, findings };
  if (tree.type !== 'object') {
    wrong(tree, 'A configuration is an object: { … }.');
    return { config, findings };
  }
  unknownKeys(tree, ['$schema', 'extends', 'rules', 'words'], wrong);
  const words = findNodeAtLocation(tree, ['words']);
  if (words && words.type !== 'object')
    wrong(words, '"words" is an object with "enabled" and "dictionaries".');
  else if (words) unknownKeys(words, ['enabled', 'dictionaries'], wrong);
  const enabled = findNodeAtLocation(tree, ['words', 'enabled']);
  if (enabled && enabled.type !== 'boolean') wrong(enabled, '"enabled" is true or false.');
  const base = findNodeAtLocation(tree, ['extends']);
  if (base && base.type !== 'string') wrong(base, '"extends" is the path of another configuration.');
  return {
    config: {
      extends: base?.type === 'string' ? (base.value as string) : undefined,
      rules: readRules(findNodeAtLocation(tree, ['rules']), wrong),
      words: enabled?.type === 'boolean' ? (enabled.value as boolean) : undefined,
      dictionaries: readPaths(findNodeAtLocation(tree, ['words', 'dictionaries']), wrong),
    },
    findings,
  };
}

function readRules(node: Node | undefined, wrong: (node: Node, message: string) => void) {
  const found: Record<string, RuleLevel> = {};
  if (!node) return found;
  if (node.type !== 'object') {
    wrong(node, '"rules" is an object of levels by rule.');
    return found;
  }
  for (const [key, value] of propertiesOf(node)) {
    if (!ruleIds.has(key.value as string))
      wrong(key, `There is no rule "${key.value}"; imr rules lists them.`);
    else if (!levels.has(value?.value)) wrong(value ?? key, `A level is one of ${[...levels].join(', ')}.`);
    else found[key.value as string] = value?.value as RuleLevel;
  }
  return found;
}

function readPaths(node: Node | undefined, wrong: (node: Node, message: string) => void): string[] {
  if (!node) return [];
  if (node.type !== 'array') {
    wrong(node, '"dictionaries" is a list of paths.');
    return [];
  }
  return (node.children ?? []).flatMap((child) => {
    if (child.type === 'string' && child.value !== '') return [child.value as string];
    wrong(child, 'The path of a word list is a text in quotes.');
    return [];
  });
}

function unknownKeys(
  node: Node,
  known: readonly string[],
  wrong: (node: Node, message: string) => void,
): void {
  for (const [key] of propertiesOf(node)) {
    if (!known.includes(key.value as string))
      wrong(key, `"${key.value}" is not known here; known are ${known.join(', ')}.`);
  }
}

function propertiesOf(node: Node): [key: Node, value: Node | undefined][] {
  return (node.children ?? []).flatMap(({ children }): [Node, Node | undefined][] =>
    children?.[0] ? [[children[0], children[1]]] : [],
  );
}

/** A finding in a configuration file. */
export function finding(start: number, end: number, message: string): Finding {
  return { rule: 'config', severity: 'error', message, note: undefined, start, end, related: [], fixes: [] };
}
