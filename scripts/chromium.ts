/** Finds a Chromium for the tests that drive the real editor, and installs Debian's where that is allowed. */
import { accessSync, constants } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { capture } from './lib.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Path of a Chromium: `$CHROMIUM`, or one on the PATH; undefined when there is none. */
function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM ?? '', ...candidates].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}

/**
 * Path of a Chromium, installed with apt-get where none is present and the user may.
 * @throws Error with one sentence saying what to install
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium() ?? ((await aptInstall('chromium')) ? findChromium() : undefined);
  if (found === undefined) {
    throw new Error(
      'The in-editor tests need a browser: install Chromium (Debian and Ubuntu: apt-get install chromium) or point $CHROMIUM at one.',
    );
  }
  return found;
}

/** Whether `apt-get install` succeeded, as root or through a sudo that asks for no password. */
export async function aptInstall(name: string): Promise<boolean> {
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const prefix = process.getuid?.() === 0 ? apt : ['sudo', '-n', ...apt];
  const call = async (...args: string[]) => {
    const [command = '', ...rest] = [...prefix, ...args];
    return (await capture(command, rest).catch(() => ({ code: 1 }))).code === 0;
  };
  console.log(`Installing ${name} with apt-get …`);
  return (await call('update')) && (await call('install', '-y', '--no-install-recommends', name));
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts Chromium without a window and without connections of its own. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/**
 * The same with a profile that lets frames of another address keep things, as most people's browsers do: VS Code for the
 * Web needs that for its webviews.
 * @param profile its folder, new
 */
export async function launchChromiumWithProfile(
  executablePath: string,
  profile: string,
  viewport: { width: number; height: number },
): Promise<BrowserContext> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, { executablePath, viewport, args: ARGUMENTS });
}
