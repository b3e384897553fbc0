/** The guidelines that passages cite, with the names that the form prints for them. */
import type { PassageBasis, PassageGuideline } from '../types.ts';

interface Cited {
  readonly page?: number;
  readonly pageTo?: number;
  readonly basis: PassageBasis;
}

const cited = ({ page, pageTo, basis }: Cited) => ({
  ...(page === undefined ? {} : { page }),
  ...(pageTo === undefined ? {} : { pageTo }),
  basis,
});

/** A page of the chronic pain guideline of 2009 (in force 2009-07-18 to 2016-07-27). */
export function chronicPain2009(section: string, olderTopic: string, where: Cited): PassageGuideline {
  return {
    id: 'cpmtg-2009',
    ...cited(where),
    line: {
      name: 'Chronic Pain Medical Treatment 2009',
      sections: [section],
      olderName: `Chronic Pain Treatment Guidelines ${olderTopic}`,
    },
  };
}

/** A section of the chronic pain guideline of 2016; letters of its time print no pages on the line. */
export function chronicPain2016(section: string): PassageGuideline {
  return {
    id: 'cpmtg-2016',
    basis: 'printed in determinations',
    line: {
      name: 'Chronic Pain Medical Treatment 2016',
      sections: [section],
      olderName: `Chronic Pain Medical Treatment Guidelines ${section}`,
    },
  };
}

/** A page of a chapter of the ACOEM Practice Guidelines, 2nd edition (2004), by its section, where letters print one. */
export function acoem2004(
  chapter: 3 | 8 | 9 | 11 | 12 | 13 | 15,
  section: string | undefined,
  where: Cited,
): PassageGuideline {
  const names = {
    3: ['General Approaches 2004', 'Initial Approaches to Treatment'],
    8: ['Neck and Upper Back Complaints 2004', 'Neck and Upper Back Complaints'],
    9: ['Shoulder Complaints 2004', 'Shoulder Complaints'],
    11: ['Forearm, Wrist, and Hand Complaints 2004', 'Forearm, Wrist, and Hand Complaints'],
    12: ['Low Back Complaints 2004', 'Low Back Complaints'],
    13: ['Knee Complaints 2004', 'Knee Complaints'],
    15: ['Stress-Related Conditions 2004', 'Stress Related Conditions'],
  } as const;
  const [name, title] = names[chapter];
  return {
    id: `acoem-2004-ch${chapter}`,
    ...cited(where),
    line: {
      name,
      sections: section === undefined ? [] : [section],
      olderName: `ACOEM Chapter ${chapter} ${title}`,
    },
  };
}

/** The acupuncture guideline: regulation text (8 CCR 9792.24.1), printed without section or page. */
export const acupuncture2007: PassageGuideline = {
  id: 'acupuncture-2007',
  basis: 'regulation',
  line: {
    name: 'Acupuncture Treatment 2007',
    sections: [],
    olderName: 'Acupuncture Treatment Guidelines',
  },
};

/** Days in which the chronic pain guideline of 2009 was in force. */
export const IN_FORCE_2009 = { from: '2009-07-18', to: '2016-07-27' } as const;
/** Days in which the chronic pain guideline of 2016 was in force. */
export const IN_FORCE_2016 = { from: '2016-07-28', to: '2017-11-30' } as const;
/** Days in which the 2004 chapters, as the regulation of 2009 adopted them, were in force. */
export const IN_FORCE_2004 = { from: '2009-07-18', to: '2017-11-30' } as const;
/** "Functional improvement" was 9792.20(f) until 2015-04-19 and has been (e) since. */
export const IN_FORCE_20F = { from: '2009-07-18', to: '2015-04-19' } as const;
/** See {@link IN_FORCE_20F}. */
export const IN_FORCE_20E = { from: '2015-04-20' } as const;
