import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/**
 * Shapes of settings files. One description serves three ends: it reads a file and tells what is wrong in it at its
 * place, it becomes the JSON schema that editors offer while typing, and it documents the file.
 */
export type Shape = { readonly description?: string } & (
  | { readonly type: 'text'; readonly what: string; readonly pattern?: RegExp; readonly empty?: true }
  | { readonly type: 'whole'; readonly what: string; readonly least: number; readonly nullable?: true }
  | { readonly type: 'flag'; readonly what: string }
  | { readonly type: 'choice'; readonly what: string; readonly values: readonly string[] }
  /** A day, `YYYY-MM-DD`, or null for none. */
  | { readonly type: 'day'; readonly what: string }
  | { readonly type: 'list'; readonly what: string; readonly of: Shape }
  | ObjectShape
);

/** An object with known keys. */
export interface ObjectShape {
  readonly type: 'object';
  readonly what: string;
  readonly description?: string;
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** What to say of a key that is not known. */
  readonly unknown?: (key: string) => string;
}

/** Something wrong in a file: a range of its text with one sentence. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A file as it was read: its valid parts, its tree for further looks at places, and what is wrong in it. */
export interface ReadJson {
  readonly value: unknown;
  readonly tree: Node | undefined;
  readonly faults: Fault[];
}

/**
 * Reads JSON by its shape; comments and trailing commas are allowed, as in the editor's own settings. What is wrong
 * becomes a fault at its place and is left out of the value; everything else holds.
 */
export function readJson(text: string, shape: Shape): ReadJson {
  const faults: Fault[] = [];
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  } catch {
    // The parser goes down into what it reads; thousands of brackets are more than it can take.
    return { value: undefined, tree, faults: [{ start: 0, end: 0, message: 'This is nested too deeply.' }] };
  }
  for (const { error, offset, length } of errors) {
    const what = printParseErrorCode(error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    faults.push({ start: offset, end: offset + length, message: `This is no valid JSON: ${what}.` });
  }
  return { value: tree && read(tree, shape, faults), tree, faults };
}

/** A fault at a node. */
export function faultAt({ offset, length }: Node, message: string): Fault {
  return { start: offset, end: offset + length, message };
}

function read(node: Node, shape: Shape, faults: Fault[]): unknown {
  const wrong = (message: string): undefined => {
    faults.push(faultAt(node, message));
    return undefined;
  };
  const value: unknown = node.value;
  switch (shape.type) {
    case 'text':
      return typeof value === 'string' &&
        (shape.empty || value.trim() !== '') &&
        (shape.pattern?.test(value) ?? true)
        ? value
        : wrong(`${shape.what}.`);
    case 'whole':
      if (value === null && shape.nullable) return null;
      return Number.isInteger(value) && (value as number) >= shape.least ? value : wrong(`${shape.what}.`);
    case 'flag':
      return typeof value === 'boolean' ? value : wrong(`${shape.what}.`);
    case 'choice':
      return typeof value === 'string' && shape.values.includes(value)
        ? value
        : wrong(`${shape.what} is one of ${shape.values.join(', ')}.`);
    case 'day':
      if (value === null) return null;
      return typeof value === 'string' && isDay(value) ? value : wrong(`${shape.what}.`);
    case 'list':
      if (node.type !== 'array') return wrong(`${shape.what}.`);
      return (node.children ?? [])
        .map((child) => read(child, shape.of, faults))
        .filter((entry) => entry !== undefined);
    case 'object':
      return node.type === 'object' ? readObject(node, shape, faults) : wrong(`${shape.what}.`);
  }
}

function readObject(node: Node, shape: ObjectShape, faults: Fault[]): object | undefined {
  const found: Record<string, unknown> = {};
  const known = Object.keys(shape.fields);
  for (const { children } of node.children ?? []) {
    const [key, child] = children ?? [];
    if (!key) continue;
    const name = String(key.value);
    const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (!field) {
      const message = shape.unknown?.(name) ?? `"${name}" is not known here; known are ${known.join(', ')}.`;
      faults.push(faultAt(key, message));
      continue;
    }
    const value = child && read(child, field, faults);
    if (value !== undefined) found[name] = value;
  }
  const lacking = (shape.required ?? []).filter((name) => !(name in found));
  if (lacking.length === 0) return found;
  faults.push(faultAt(node, `This lacks ${lacking.map((name) => `"${name}"`).join(' and ')}.`));
  return undefined;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The JSON schema (draft 7, which VS Code reads) of a shape. */
export function schemaOf(shape: Shape): Record<string, unknown> {
  const described = shape.description === undefined ? {} : { description: shape.description };
  switch (shape.type) {
    case 'text':
      return {
        type: 'string',
        ...(shape.empty ? {} : { minLength: 1 }),
        ...(shape.pattern ? { pattern: shape.pattern.source } : {}),
        ...described,
      };
    case 'whole':
      return {
        type: shape.nullable ? ['integer', 'null'] : 'integer',
        minimum: shape.least,
        ...described,
      };
    case 'flag':
      return { type: 'boolean', ...described };
    case 'choice':
      return { enum: [...shape.values], ...described };
    case 'day':
      return { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$', ...described };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of), ...described };
    case 'object':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(shape.fields).map(([name, field]) => [name, schemaOf(field)]),
        ),
        ...(shape.required ? { required: [...shape.required] } : {}),
        ...described,
      };
  }
}
