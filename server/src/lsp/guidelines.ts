import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { GuidelineError } from '../office/guideline-error.ts';
import type { OfficeHost, Offices } from './office.ts';
import type { AddGuidelineParams, GuidelineEntry, RemoveGuidelineParams } from './protocol.ts';

/** Answers the requests for guidelines that are read on this machine; without a host there is no machine to read on. */
export function registerGuidelines(
  connection: Connection,
  host: OfficeHost | undefined,
  offices: Offices,
): void {
  connection.onRequest('imr/guidelines', async (): Promise<GuidelineEntry[] | null> => {
    if (!host) return null;
    const read = new Map((await host.guidelines()).map((guideline) => [guideline.id, guideline]));
    return offices.guidelines().map(({ id, title, label }) => {
      const copy = read.get(id);
      return {
        id,
        title: label ?? title,
        ...(copy ? { read: { file: copy.file, pages: copy.pages.length, topics: copy.topics.length } } : {}),
      };
    });
  });
  connection.onRequest('imr/addGuideline', (params: AddGuidelineParams) =>
    told(async () => {
      const { file, id, pageOne } = params;
      await host?.addGuideline(String(file), String(id), typeof pageOne === 'number' ? pageOne : undefined);
      await offices.reload();
    }),
  );
  connection.onRequest('imr/removeGuideline', ({ id }: RemoveGuidelineParams) =>
    told(async () => {
      await host?.removeGuideline(String(id));
      await offices.reload();
    }),
  );
}

/** What went wrong, in its one sentence; nothing else of an error is passed on. */
async function told(work: () => Promise<void>): Promise<null> {
  try {
    await work();
    return null;
  } catch (error) {
    const message = error instanceof GuidelineError ? error.message : 'The guideline could not be read.';
    throw new ResponseError(LSPErrorCodes.RequestFailed, message);
  }
}
