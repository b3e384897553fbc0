import { existsSync } from 'node:fs';
import { addGuideline, type GuidelineIndex, listGuidelines, removeGuideline } from '../guidelines.ts';
import { knowledge } from '../language/catalog/index.ts';
import { GuidelineError } from '../office/guideline-error.ts';
import { type Options, UsageError } from './arguments.ts';
import { Offices } from './office.ts';

const usage = 'Take imr guideline add FILE.pdf --as ID, imr guideline list, or imr guideline remove ID.';

/**
 * `imr guideline`: reads the office's own copies of guidelines, lists and forgets them.
 *
 * @returns the exit code
 * @throws {UsageError} where the command line or the file is wrong
 */
export async function guideline(targets: readonly string[], options: Options): Promise<number> {
  const [action, ...rest] = targets;
  if (action === 'add') return add(rest, options);
  if (action === 'remove') return remove(rest);
  if (action === 'list' && rest.length === 0) return list(options);
  throw new UsageError(usage);
}

async function add([file, ...more]: readonly string[], options: Options): Promise<number> {
  const { as, pageOne } = options;
  if (file === undefined || as === undefined || more.length > 0) throw new UsageError(usage);
  if (!(await knownIds(options)).has(as))
    throw new UsageError(`There is no guideline "${as}"; imr guideline list --all lists them.`);
  try {
    const index = await addGuideline(file, as, pageOne);
    process.stdout.write(`${as}: ${described(index)}\n${inWords(index)}`);
    return 0;
  } catch (error) {
    if (error instanceof GuidelineError) throw new UsageError(error.message);
    throw error;
  }
}

async function remove([id, ...more]: readonly string[]): Promise<number> {
  if (id === undefined || more.length > 0) throw new UsageError(usage);
  if (!(await removeGuideline(id)))
    throw new UsageError(`The guideline "${id}" was not read on this machine.`);
  process.stdout.write(`${id}: forgotten; the file itself stays.\n`);
  return 0;
}

async function list(options: Options): Promise<number> {
  const read = await listGuidelines();
  const ids = options.all ? [...(await knownIds(options))] : read.map(({ id }) => id);
  const lines = ids.map((id) => {
    const index = read.find((entry) => entry.id === id);
    return index ? `${id}: ${described(index)}` : id;
  });
  process.stdout.write(
    lines.length > 0
      ? `${lines.join('\n')}\n`
      : 'No guideline was read on this machine; imr guideline list --all lists those that can be.\n',
  );
  return 0;
}

/** Guidelines of the product, and of the office that the working folder belongs to. */
async function knownIds({ config }: Options): Promise<Set<string>> {
  const { additions } = await new Offices(process.cwd(), config).of(process.cwd());
  return new Set((additions?.knowledge ?? knowledge.standard).guidelines.map(({ id }) => id));
}

function described({ path, pages, topics, read }: GuidelineIndex): string {
  const numbers = pages.map(({ number }) => number);
  const range = `pages ${Math.min(...numbers)}-${Math.max(...numbers)}`;
  const gone = existsSync(path) ? '' : ' (the file is no longer there)';
  return `${range}, ${topics.length === 1 ? '1 topic' : `${topics.length} topics`}, read ${read} from ${path}${gone}`;
}

/** How pages and topics are known, so that a wrong reading is seen at once. */
function inWords({ numbering, sources, pages, topics }: GuidelineIndex): string {
  const [first] = pages;
  const how = {
    printed: 'by the numbers printed on the pages',
    labels: 'by the file’s own page labels',
    given: 'as you said',
    sheets: 'by sheets',
  }[numbering];
  const topic = topics[0];
  return [
    first ? `  page ${first.number} is sheet ${first.sheet} of the file, ${how}\n` : '',
    sources.length > 0 && topic
      ? `  topics by its ${sources.join(' and ')}; the first is "${topic.title}" on page ${topic.first}\n`
      : '  no outline, contents or headings were found; only the words of the pages are known\n',
  ].join('');
}
