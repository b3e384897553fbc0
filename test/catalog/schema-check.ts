/** A small check of the JSON schema keywords that the catalog's schemas use; gives one line a defect. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: Schema;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

export function defects(value: unknown, schema: Schema, path = '$'): string[] {
  const found: string[] = [];
  const type = typeOf(value);
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types && !types.includes(type)) return [`${path}: ${type} instead of ${types.join(' or ')}`];
  if (schema.enum && !schema.enum.includes(value)) found.push(`${path}: ${String(value)} is not allowed`);
  if ('const' in schema && schema.const !== value) found.push(`${path}: ${String(value)} is not allowed`);
  if (typeof value === 'string') {
    if (schema.pattern && !new RegExp(schema.pattern).test(value))
      found.push(`${path}: "${value}" has the wrong form`);
    if (schema.minLength && value.length < schema.minLength) found.push(`${path}: empty`);
  }
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
    found.push(`${path}: ${value} is too small`);
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items) found.push(...value.flatMap((item, i) => defects(item, items, `${path}[${i}]`)));
  } else if (type === 'object') {
    const record = value as Record<string, unknown>;
    for (const key of schema.required ?? []) if (!(key in record)) found.push(`${path}: lacks ${key}`);
    for (const [key, item] of Object.entries(record)) {
      const inner = schema.properties?.[key];
      if (inner) found.push(...defects(item, inner, `${path}.${key}`));
      else if (schema.additionalProperties === false) found.push(`${path}: unknown key ${key}`);
    }
  }
  return found;
}
