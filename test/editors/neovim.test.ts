import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aptInstall } from '../../scripts/chromium.ts';
import { slip, Workplace } from '../cli/program.ts';

const root = join(import.meta.dirname, '../..');
const place = new Workplace();

function hasNeovim(): boolean {
  return spawnSync('nvim', ['--version']).status === 0;
}

beforeAll(async () => {
  if (!hasNeovim()) await aptInstall('neovim');
  if (!hasNeovim())
    throw new Error(
      'This test drives a real Neovim: install it (Debian and Ubuntu: apt-get install neovim).',
    );
}, 600_000);

/** The configuration that the instructions give. */
function instructions(): string {
  const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  return page.match(/## Neovim[\s\S]*?```lua\n([\s\S]*?)```/)?.[1] ?? '';
}

/** Waits for diagnostics, takes the first code action on the first of them, and writes down what it saw. */
const probe = `
local function finish(result)
  local file = io.open('result.json', 'w')
  file:write(vim.fn.json_encode(result))
  file:close()
  vim.cmd('qa!')
end
local ok, err = pcall(function()
  vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { line = d.lnum, col = d.col, message = d.message, source = d.source, severity = d.severity })
  end
  if #found == 0 then return finish({ found = found }) end
  vim.api.nvim_win_set_cursor(0, { found[1].line + 1, found[1].col })
  local offered = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do table.insert(offered, options.format_item and options.format_item(item) or '') end
    choose(items[1], 1)
  end
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  vim.wait(30000, function() return vim.api.nvim_buf_get_changedtick(0) > before end, 50)
  local changed = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n') .. '\\n'
  vim.cmd('write')
  vim.wait(30000, function() return #vim.diagnostic.get(0) < #found end, 50)
  finish({ filetype = vim.bo.filetype, found = found, offered = offered, changed = changed, left = #vim.diagnostic.get(0) })
end)
if not ok then finish({ error = tostring(err) }) end
`;

describe('Neovim with the configuration of docs/editors.md', () => {
  it('shows diagnostics, and a code action changes the text', () => {
    expect(existsSync(join(root, 'dist/server.js')), 'run npm run build first').toBe(true);
    const letter = place.write('letter.imr.txt', slip);
    const bin = join(place.folder, 'bin');
    mkdirSync(bin);
    symlinkSync(join(root, 'dist/server.js'), join(bin, 'imr-language-server'));
    writeFileSync(join(place.folder, 'init.lua'), instructions());
    writeFileSync(join(place.folder, 'probe.lua'), probe);
    const { stderr } = place.run(
      'nvim',
      ['--headless', '--noplugin', '-u', 'init.lua', '-i', 'NONE', '-n', letter, '-c', 'luafile probe.lua'],
      '',
      {
        PATH: [bin, join(process.execPath, '..'), process.env.PATH].join(delimiter),
        XDG_STATE_HOME: place.folder,
        XDG_CACHE_HOME: place.folder,
        XDG_DATA_HOME: place.folder,
      },
    );
    expect(existsSync(join(place.folder, 'result.json')), stderr).toBe(true);
    const result = JSON.parse(place.read('result.json'));
    expect(result).not.toHaveProperty('error');
    expect(result.filetype).toBe('imr');
    const line = slip.slice(0, slip.indexOf('9792')).split('\n').length - 1;
    expect(result.found[0]).toMatchObject({ line, source: expect.stringMatching(/imr/i), severity: 1 });
    expect(result.offered[0]).toMatch(/^Change to/);
    expect(result.changed).toBe(slip.replace('9792.20(ef)', '9792.20(e)'));
    expect(result.left).toBe(result.found.length - 1);
    expect(place.read('letter.imr.txt')).toBe(result.changed);
  });
});
