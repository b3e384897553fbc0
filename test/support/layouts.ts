/** One letter as data, and the ways in which extractors and editors print it. */

/** A letter of form 1 with everything that makes parsing hard: split headings, inner colons, quotes, dates. */
export interface SampleLetter {
  header: [label: string, value: string][];
  summary: string[];
  items: { heading: string; claims: string; maximus: string; rationale: string }[];
}

export const sample: SampleLetter = {
  header: [
    ['Case Number:', 'CM16-0204060'],
    ['Date Assigned:', '12/09/2016'],
    ['Date of Injury:', '09/21/2016'],
    ['Decision Date:', '01/09/2017'],
    ['UR Denial Date:', '11/28/2016'],
    ['Priority:', 'Standard'],
    ['Application Received:', '12/02/2016'],
  ],
  summary: [
    'The injured worker is a 38 year old female who sustained an industrial injury on 09-21-2016 while stacking crates. She was diagnosed with lumbar strain and right knee contusion. Non-certified treatment was noted by the provider. On 11-28-2016 utilization review modified a request for physical therapy and non-certified an X-ray, and a "work hardening" program was not medically necessary.',
  ],
  items: [
    {
      heading:
        'Physical therapy for the lumbar spine, 12 sessions was the original request. 5 sessions were authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy for the lumbar spine, 7 sessions is: Upheld',
      claims: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Methods.',
      maximus:
        'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG): Low Back, Physical therapy.',
      rationale:
        'The MTUS allows for fading of treatment frequency. The worker has completed 5 self-directed sessions with "good results" as of 11-17-2016. There is no documentation of an exceptional factor. As such, the remaining 7 sessions are not medically necessary.',
    },
    {
      heading:
        'Trezix 320.5-30-16mg #60 was the original request. The Claims Administrator authorized Trezix 320.5-30-16mg #30, leaving the original request IMR eligible. The original request, Trezix 320.5-30-16mg #60 is: Upheld',
      claims: 'The Claims Administrator did not cite any medical evidence for its decision.',
      maximus: 'Decision based on MTUS Opioid Treatment 2016.',
      rationale:
        'No, the request for Trezix, an opioid, was not medically necessary, medically appropriate, or indicated here. Pain was rated 5-10/10. Therefore, the request was not medically necessary.',
    },
    {
      heading: 'Associated surgical service: Labs to include: EKG, DOS: 11/11/2016: Overturned',
      claims: 'Decision based on MTUS General Approaches 2004.',
      maximus: 'The Expert Reviewer did not cite any medical evidence for its decision.',
      rationale:
        'An electrocardiogram before anaesthesia is routine at her age. Therefore, the request is medically necessary.',
    },
  ],
};

const howMade =
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator. He/she has been in active clinical practice for more than five years and is currently working at least 24 hours a week in active practice. The expert reviewer was selected based on his/her clinical experience, education, background, and expertise in the same or similar specialties that evaluate and/or treat the medical condition and disputed items/Service. He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical Review determinations.';

const summaryLeadIn =
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:';

const issuesLeadIn =
  'The Final Determination was based on decisions for the disputed items/services set forth below:';

/** How a letter is printed. */
export interface Layout {
  /** Characters a line; 0 keeps each paragraph on one line. */
  width: number;
  /** Header table: value behind its label, in two columns, all labels before all values, or none. */
  header: 'lines' | 'columns' | 'labels-then-values' | 'none';
  /** Whether headings stand in the middle of the page. */
  centred: boolean;
  /** Blank line after every line. */
  doubleSpaced: boolean;
  /** Whether blank lines stand between blocks. */
  blankLines: boolean;
  /** Every line ends with a space. */
  trailingSpace: boolean;
  /** A page break after so many lines, inside sentences too; 0 for none. */
  pageEvery: number;
  /** Break lines at hyphens of words and dates too. */
  breakHyphens: boolean;
  indent: string;
}

export const plain: Layout = {
  width: 90,
  header: 'columns',
  centred: true,
  doubleSpaced: false,
  blankLines: true,
  trailingSpace: false,
  pageEvery: 0,
  breakHyphens: false,
  indent: '',
};

/** Prints a letter in a layout. */
export function print(letter: SampleLetter, layout: Layout): string {
  const lines: string[] = [...header(letter, layout.header)];
  const gap = (): void => {
    if (layout.blankLines && lines.length > 0) lines.push('');
  };
  const put = (text: string): void => {
    lines.push(...wrap(text, layout.width, layout.breakHyphens));
  };
  const heading = (text: string): void => {
    gap();
    lines.push(layout.centred ? ' '.repeat(Math.max(0, Math.floor((90 - text.length) / 2))) + text : text);
  };
  heading('HOW THE IMR FINAL DETERMINATION WAS MADE');
  put(howMade);
  gap();
  lines.push(
    'The Expert Reviewer has the following credentials:',
    'State(s) of Licensure: California, Oregon',
    'Certification(s)/Specialty: Physical Medicine & Rehabilitation',
  );
  heading('CLINICAL CASE SUMMARY');
  put(summaryLeadIn);
  for (const paragraph of letter.summary) {
    gap();
    put(paragraph);
  }
  heading('IMR ISSUES, DECISIONS AND RATIONALES');
  put(issuesLeadIn);
  for (const item of letter.items) {
    gap();
    put(item.heading);
    gap();
    put(`Claims Administrator guideline: ${item.claims}`);
    gap();
    put(`MAXIMUS guideline: ${item.maximus}`);
    gap();
    put(`Decision rationale: ${item.rationale}`);
  }
  return finish(lines, layout);
}

function finish(lines: readonly string[], layout: Layout): string {
  let out = '';
  lines.forEach((line, index) => {
    const page = layout.pageEvery > 0 && index > 0 && index % layout.pageEvery === 0;
    if (page) out += layout.doubleSpaced ? '\n\n\n' : '\n\f';
    out += `${line === '' ? '' : layout.indent}${line}${layout.trailingSpace ? ' ' : ''}\n${layout.doubleSpaced ? '\n' : ''}`;
  });
  return out;
}

function header(letter: SampleLetter, kind: Layout['header']): string[] {
  const rows = letter.header;
  switch (kind) {
    case 'none':
      return [];
    case 'lines':
      return rows.map(([label, value]) => `${label} ${value}`);
    case 'labels-then-values':
      return [...rows.map(([label]) => label), '', ...rows.map(([, value]) => value)];
    case 'columns': {
      const value = (index: number): string => rows[index]?.[1] ?? '';
      const row = (left: string, one: string, right: string, two: string): string =>
        `${left.padEnd(22)}${one.padEnd(32)}${right.padEnd(21)}${two}`.trimEnd();
      return [
        row('Case Number:', value(0), '', ''),
        row('Date Assigned:', value(1), 'Date of Injury:', value(2)),
        row('Decision Date:', value(3), 'UR Denial Date:', value(4)),
        row('Priority:', value(5), 'Application', value(6)),
        row('', '', 'Received:', ''),
      ];
    }
  }
}

function wrap(text: string, width: number, breakHyphens: boolean): string[] {
  if (width === 0) return [text];
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ');
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const candidate = line === '' ? word : `${line} ${word}`;
    if (candidate.length <= width) {
      line = candidate;
      continue;
    }
    const hyphen = breakHyphens ? /^\w+-(?=\w)/.exec(word)?.[0] : undefined;
    if (hyphen) {
      lines.push(`${line} ${hyphen}`);
      line = word.slice(hyphen.length);
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}
