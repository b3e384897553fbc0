import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slip, Workplace } from '../cli/program.ts';

const root = join(import.meta.dirname, '../..');
const place = new Workplace();

/** Whether there is an Emacs with Eglot; before Emacs 29 it is a package of its own. */
function hasEglot(): boolean {
  return (
    spawnSync('emacs', ['-q', '--batch', '--eval', "(progn (package-initialize) (require 'eglot))"])
      .status === 0
  );
}

/** The configuration that the instructions give. */
function instructions(): string {
  const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  return page.match(/## Emacs[\s\S]*?```elisp\n([\s\S]*?)```/)?.[1] ?? '';
}

/** Opens the letter, waits for diagnostics, takes the first code action on the first of them, saves. */
const probe = `
(require 'eglot)
(require 'flymake)
(setq eglot-connect-timeout 60)
(find-file "letter.imr.txt")
(unless (eglot-current-server) (call-interactively #'eglot))
(with-timeout (60) (while (null (flymake-diagnostics)) (accept-process-output nil 0.1) (flymake-start)))
(let* ((found (car (flymake-diagnostics)))
       (start (flymake-diagnostic-beg found))
       (actions (append (eglot-code-actions start (flymake-diagnostic-end found) "quickfix" nil) nil)))
  (message "FOUND %s %s" (line-number-at-pos start) (flymake-diagnostic-text found))
  (message "OFFERED %s" (plist-get (car actions) :title))
  (eglot--apply-workspace-edit (plist-get (car actions) :edit))
  (save-buffer))
`;

describe('Emacs with the configuration of docs/editors.md', () => {
  it.skipIf(!hasEglot())('shows diagnostics, and a code action changes the text', () => {
    place.write('letter.imr.txt', slip);
    mkdirSync(join(place.folder, 'bin'));
    symlinkSync(join(root, 'dist/server.js'), join(place.folder, 'bin/imr-language-server'));
    const init = place.write('init.el', `(package-initialize)\n${instructions()}`);
    const script = place.write('probe.el', probe);
    const path = [join(place.folder, 'bin'), join(process.execPath, '..'), process.env.PATH].join(delimiter);
    const { stderr } = place.run('emacs', ['-q', '--batch', '-l', init, '-l', script], '', { PATH: path });
    const line = slip.slice(0, slip.indexOf('9792')).split('\n').length;
    expect(stderr).toMatch(new RegExp(`FOUND ${line} .*9792\\.20 has no subdivision \\(ef\\)`));
    expect(stderr).toMatch(/OFFERED Change to/);
    expect(place.read('letter.imr.txt')).toBe(slip.replace('9792.20(ef)', '9792.20(e)'));
  });
});
