import type { CodeLens } from 'vscode-languageserver';
import type { Finding } from '../../language/finding.ts';
import type { CheckedLetter } from '../letters.ts';
import { nodeRange } from '../places.ts';
import type { ClientCommand } from '../protocol.ts';

const nextFinding: ClientCommand = 'imr.nextFinding';

/**
 * A line above each disputed item: its verdict and how many findings are shown in it. Where the client can go to the next
 * finding, a click does; elsewhere the line only tells.
 */
export function codeLenses(
  letter: CheckedLetter,
  shown: readonly Finding[],
  commands: ReadonlySet<ClientCommand>,
): CodeLens[] {
  const { document, facts } = letter;
  return facts.items.map((item) => {
    const { start, end } = item.node.position;
    const count = shown.filter(
      (finding) => finding.start >= start.offset && finding.start < end.offset,
    ).length;
    const found = count === 0 ? 'no findings' : count === 1 ? '1 finding' : `${count} findings`;
    const range = nodeRange(document, item.heading ?? item.node);
    const leads = count > 0 && commands.has(nextFinding);
    return {
      range,
      command: {
        title: `${item.verdict ?? 'No verdict'} · ${found}`,
        command: leads ? nextFinding : '',
        ...(leads ? { arguments: [document.uri, range.start] } : {}),
      },
    };
  });
}
