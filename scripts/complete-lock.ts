/**
 * `npm run complete-lock`, after `npm install` has changed package-lock.json: adds the optional packages of other
 * platforms that npm left out. npm omits them when the registry in use does not serve them, and `npm ci` then refuses
 * the lock on every machine. The entries carry no integrity, for nothing was fetched; their versions are exact because
 * the packages that ask for them pin them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './lib.ts';

interface LockEntry {
  version?: string;
  resolved?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

const path = join(ROOT, 'package-lock.json');
const lock = JSON.parse(await readFile(path, 'utf8')) as { packages: Record<string, LockEntry> };
const held = new Set(Object.keys(lock.packages).map((key) => key.split('node_modules/').at(-1)));
let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (held.has(name)) continue;
    lock.packages[`node_modules/${name}`] = platformEntry(name, version, parent.dev === true);
    added++;
  }
}
const [top, ...rest] = Object.entries(lock.packages);
if (top === undefined) throw new Error('package-lock.json names no packages');
lock.packages = Object.fromEntries([top, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added to package-lock.json`);

/** A lock entry by the naming that every such package follows: `@scope/any-system-processor-libc`. */
function platformEntry(name: string, version: string, dev: boolean): LockEntry {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name} is not pinned to a version: ${version}`);
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1)
    throw new Error(`${name} does not name one system and one processor`);
  const file = `${name.split('/').at(-1)}-${version}.tgz`;
  return {
    version,
    resolved: `https://registry.npmjs.org/${name}/-/${file}`,
    ...(name.includes('musl') ? { libc: ['musl'] } : {}),
    ...(name.endsWith('-gnu') ? { libc: ['glibc'] } : {}),
    cpu,
    ...(dev ? { dev } : {}),
    optional: true,
    os,
  };
}
