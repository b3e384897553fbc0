/** The commands of the product, as VS Code knows them. */
import { commands, type Disposable, type ExtensionContext, Position, Uri } from 'vscode';
import type { Checking } from '../checking.ts';
import type { Converter } from '../documents/converter.ts';
import { OPEN_PAGE, openPage } from '../guideline-links.ts';
import type { LetterServer } from '../server.ts';
import { insertCitation } from './citation.ts';
import { dismiss, showDismissed } from './dismiss.ts';
import { exportLetter } from './export.ts';
import { explainRule, fixAll, walk } from './findings.ts';
import { addGuideline, removeGuideline } from './guideline.ts';
import { importLetters } from './import.ts';
import { addItem, turnItem } from './items.ts';
import { newLetter } from './new-letter.ts';

/** Registers them; each is named as in the manifest. */
export function registerCommands(
  context: ExtensionContext,
  server: LetterServer,
  checking: Checking,
  convert: Converter,
): Disposable[] {
  const rules = rulesOf(context);
  const all: Record<string, (...args: unknown[]) => unknown> = {
    'imr.newLetter': () => newLetter(server),
    'imr.addItem': () => addItem(server),
    'imr.turnItem': () => turnItem(server),
    'imr.insertCitation': () => insertCitation(server),
    'imr.nextFinding': (_uri, from) => walk('next', positionOf(from)),
    'imr.previousFinding': () => walk('previous'),
    'imr.dismiss': (uri, key) => dismiss(server, textOf(uri), textOf(key)),
    'imr.showDismissed': () => showDismissed(server),
    'imr.turnCheckingOff': () => checking.set(false),
    'imr.turnCheckingOn': () => checking.set(true),
    'imr.fixAll': () => fixAll(),
    'imr.explainRule': (rule) => explainRule(context.extensionUri, rules, textOf(rule)),
    // The explorer hands over the file under the pointer and all that are selected.
    'imr.importLetter': (uri, selected) => importLetters(convert, urisOf(selected ?? uri)),
    'imr.exportLetter': (uri) => exportLetter(server, convert, urisOf(uri)[0]),
    'imr.addGuideline': () => addGuideline(server),
    'imr.removeGuideline': () => removeGuideline(server),
    [OPEN_PAGE]: (address) => openPage(textOf(address)),
    'imr.getStarted': () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#firstHour`),
  };
  return Object.entries(all).map(([name, run]) => commands.registerCommand(name, run));
}

/** Arguments come from menus and keybindings too, which pass what they like. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function urisOf(value: unknown): Uri[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => one instanceof Uri);
}

/** A position as the protocol has it. */
function positionOf(value: unknown): Position | undefined {
  if (typeof value !== 'object' || value === null || !('line' in value && 'character' in value))
    return undefined;
  const { line, character } = value;
  return typeof line === 'number' && typeof character === 'number'
    ? new Position(line, character)
    : undefined;
}

/** Every rule with its purpose, as the settings in the manifest have them. */
function rulesOf({ extension }: ExtensionContext): Record<string, string> {
  const manifest = extension.packageJSON as {
    contributes: { configuration: Configuration | Configuration[] };
  };
  const { configuration } = manifest.contributes;
  for (const { properties } of Array.isArray(configuration) ? configuration : [configuration]) {
    const rules = properties['imr.rules']?.properties;
    if (rules)
      return Object.fromEntries(Object.entries(rules).map(([id, { description = '' }]) => [id, description]));
  }
  return {};
}

interface Configuration {
  properties: Record<string, { properties?: Record<string, { description?: string }> }>;
}
