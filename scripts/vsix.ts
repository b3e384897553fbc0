/** Makes extension packages. */
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

/**
 * Packs an extension's folder as it would be published: what its .vscodeignore lets through, and no node_modules, for
 * everything is bundled.
 * @param cwd the folder with the extension's package.json
 * @param packagePath where the VSIX goes
 */
export function pack(cwd: string, packagePath: string): Promise<void> {
  return createVSIX({
    cwd,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
    // The links in README.md lead to files of the repository, which has no public address yet.
    rewriteRelativeLinks: false,
  });
}

/** The files of an extension's folder that {@link pack} packs, as paths seen from it. */
export function packedFiles(cwd: string): Promise<string[]> {
  return listFiles({ cwd, packageManager: PackageManager.None });
}
