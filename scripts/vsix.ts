/** Makes extension packages. */
import { createVSIX } from '@vscode/vsce';

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
