import type { LetterParts } from '../../server/src/language/rules/index.ts';

/** Header and summary of a case of winter 2014/15: the 2009 chronic pain guideline, 9792.20(f), pages on the line. */
export const case2014: Pick<LetterParts, 'header' | 'summary'> = {
  header: {
    'Case Number': 'CM14-0123456',
    'Date of Injury': '09/15/2012',
    'UR Denial Date': '11/21/2014',
    'Application Received': '11/29/2014',
    'Date Assigned': '12/06/2014',
    'Decision Date': '01/04/2015',
  },
  summary:
    'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2012. The request for authorization dated 11/14/2014 asked for Baclofen 10mg #45. The utilization review dated 11/21/2014 non-certified the request.',
};
