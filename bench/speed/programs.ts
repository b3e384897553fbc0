import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lettersOf } from '../generate.ts';
import { statsOf } from './stats.ts';

/** A run of a program over many files. */
export interface ProgramRun {
  name: string;
  /** Seconds from start to end. */
  wall: number;
  /** Seconds of processor time. */
  cpu: number;
  /** Greatest resident memory in MiB. */
  memory: number;
}

/** Writes what the process used on file descriptor 3 when it ends. */
const meter = `data:text/javascript,${encodeURIComponent(
  "import{writeSync}from'node:fs';process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();try{writeSync(3,JSON.stringify({maxRSS,cpu:userCPUTime+systemCPUTime})+'\\n')}catch{}})",
)}`;

/** Runs a Node program and measures it; its exit code does not matter. */
function run(name: string, args: readonly string[], cwd: string): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', meter, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    let used = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      used += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', () => {
      const line = used.trim().split('\n').at(-1);
      const { maxRSS = 0, cpu = 0 } = (line ? JSON.parse(line) : {}) as { maxRSS?: number; cpu?: number };
      resolve({ name, wall: (performance.now() - started) / 1000, cpu: cpu / 1e6, memory: maxRSS / 1024 });
    });
  });
}

/** Runs a program some times over a folder of generated letters and gives the median run. */
export async function overFolder(
  name: string,
  args: readonly string[],
  count: number,
  ending: string,
  times = 3,
): Promise<ProgramRun> {
  const folder = mkdtempSync(join(tmpdir(), 'imr-speed-'));
  try {
    mkdirSync(join(folder, 'letters'));
    for (const [index, text] of lettersOf(5000, count).entries())
      writeFileSync(join(folder, `letters/${String(index).padStart(5, '0')}${ending}`), text);
    const runs: ProgramRun[] = [];
    for (let round = 0; round < times; round++) runs.push(await run(name, args, folder));
    const median = (pick: (result: ProgramRun) => number): number => statsOf(runs.map(pick)).median;
    return {
      name,
      wall: median((result) => result.wall),
      cpu: median((result) => result.cpu),
      memory: median((result) => result.memory),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads every file of a folder and looks at each character once: what no program can do without. */
export const limitProgram = [
  '--input-type=module',
  '--eval',
  "import{readFileSync,readdirSync}from'node:fs';let sum=0;for(const name of readdirSync('letters')){const text=readFileSync('letters/'+name,'utf8');for(let i=0;i<text.length;i++)sum=(sum+text.charCodeAt(i))|0}process.exitCode=sum===1?1:0",
];
