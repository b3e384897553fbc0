import { pagesSpeakingOf, sheetOfPage } from '../catalog/index.ts';
import { pageText, type SilentPage, silentPages } from '../facts/index.ts';
import { inCitations } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

const header = {
  'UR Denial Date': '11/21/2014',
  'Application Received': '11/29/2014',
  'Date Assigned': '12/06/2014',
  'Decision Date': '01/04/2015',
  'Date of Injury': '09/15/2012',
};
const summary =
  'The injured worker sustained an industrial injury on 09/15/2012. The utilization review dated 11/21/2014 non-certified Baclofen.';
const cited = (page: number) => ({
  header,
  summary,
  items: [
    {
      maximus: `Decision based on MTUS Chronic Pain Treatment Guidelines SPASM TREATMENT Page(s): ${page}.`,
      rationale: 'There is no documentation of gain. Therefore, the request is not medically necessary.',
    },
  ],
});

/** Finds a cited page that does not speak of what it is cited for, by the office's own copy of the guideline. */
export const pageWithoutTopic: Rule = {
  id: 'page-without-topic',
  family: 'citations',
  severity: 'warning',
  purpose:
    'Finds a cited page that speaks neither of the cited topic nor of the drug, where the guideline was read on this machine',
  why: 'A citation that its page does not bear out is worth nothing to a reader who looks it up.',
  source:
    'The office’s own copy of the guideline, read with `imr guideline add`: the words of the page itself. Without one the rule says nothing.',
  needs: 'guideline-text',
  examples: [{ wrong: cited(90), right: cited(12) }],
  check: inCitations((item, report) => {
    for (const silent of silentPages(item)) report(reportOf(silent));
  }),
};

/** More pages than these are not listed. */
const mostListed = 5;

function reportOf({ citation, page, guideline, topics, sure }: SilentPage): Report {
  const { first, last } = page.node;
  const one = first === last;
  const speaking = pagesSpeakingOf(guideline.id, topics);
  const where =
    speaking.length === 0
      ? 'No page of it does.'
      : `It is spoken of on page ${speaking.slice(0, mostListed).join(', ')}${speaking.length > mostListed ? ' and others' : ''}.`;
  const sheet = sheetOfPage(guideline.id, first)?.sheet;
  return {
    at: page.node,
    ...(citation.place === 'claims' || !sure ? { severity: 'information' as const } : {}),
    message: `${one ? 'Page' : 'Pages'} ${pageText(page.node)} ${one ? 'does' : 'do'} not speak of ${topics.map(nameOf).join(' or ')}.`,
    note: `Read from the guideline: ${guideline.title}${sheet === undefined ? '' : `, sheet ${sheet} of the office’s own copy`}. ${where}`,
    fixes: speaking.length === 1 ? [changeTo(page, String(speaking[0]))] : [],
  };
}

function changeTo({ node }: SilentPage['page'], text: string) {
  return { title: `Change to page ${text}`, edits: [{ at: node, text }] };
}

/** A topic as a sentence has it. */
function nameOf(topic: string): string {
  const name = topic.replace(/,? \(?within .*/, '').replace(/ \(whole\)$/, '');
  return /[A-Z]{5}/.test(name) ? name.toLowerCase() : name;
}
