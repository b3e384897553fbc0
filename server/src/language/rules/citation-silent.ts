import type { Citation, ItemFacts } from '../facts/index.ts';
import { inCitations } from './in-items.ts';
import type { Rule } from './rule.ts';

/** "… is silent", "… do not (specifically) address (this | the request)": without a narrower matter behind it. */
const silent =
  /^(?: Guidelines?)?(?: (?:is|are) (?:silent|mute)|,? (?:does|do) not (?:specifically |directly )?address)(?: (?:this|it|the (?:issue|topic|subject|request|requested (?:treatment|service)|specific request))(?: (?:issue|topic|treatment|service|request))?)? ?[.;,)]/i;

/** Guidelines on a part of the body, each of which speaks of plain films and of MRI among its special studies. */
const ofParts: ReadonlySet<string> = new Set([
  'neck',
  'shoulder',
  'elbow',
  'hand',
  'low-back',
  'knee',
  'ankle-foot',
]);
const study = /\b(?:x-?rays?|radiographs?|plain films?|MRIs?|magnetic resonance imaging)\b/i;
/** Forms of these studies of which a guideline need not speak. */
const otherForm = /\b(?:arthro\w*|angio\w*|MRA|contrast|chest|flexion|standing|stress|upright|open)\b/i;

/**
 * The guideline that the claims administrator's line cites for a study, where it is one of the MTUS on a part of the
 * body: of such studies the MTUS is not silent.
 */
function guidelineOfStudy({ request }: ItemFacts, claims: readonly Citation[]): Citation | undefined {
  if (!study.test(request) || otherForm.test(request)) return undefined;
  return claims.find(
    ({ node, guideline }) => node.kind === 'mtus' && guideline !== undefined && ofParts.has(guideline.family),
  );
}

/** Finds a rationale that calls the MTUS silent while its line cites the MTUS. */
export const citationSilent: Rule = {
  id: 'citation-silent',
  family: 'citations',
  severity: 'warning',
  purpose:
    'Finds a rationale that calls the MTUS silent while a guideline line of its item cites the MTUS on it',
  why: 'Other guidelines may be used only where the MTUS does not address the treatment; the line and the rationale must agree on that.',
  source:
    '8 CCR 9792.21.1(a): the MTUS first, other guidelines only when it does not address the condition or is rebutted.',
  examples: [
    {
      wrong: {
        items: [
          {
            maximus:
              'Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Shoulder.',
            rationale:
              'The MTUS is silent. The ODG recommends an arthrogram for labral tears. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            maximus:
              'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Shoulder.',
            rationale:
              'The MTUS is silent. The ODG recommends an arthrogram for labral tears. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inCitations(({ item, claims, maximus, rationale }, report) => {
    const line = maximus.find(({ node, guidelines }) => node.kind === 'mtus' && guidelines.length > 0);
    const denied = rationale.find(
      ({ stance, authority, guidelines, node, block }) =>
        stance === 'denied' &&
        authority === 'mtus' &&
        guidelines.length === 0 &&
        silent.test(block.flow.text.slice(node.end)),
    );
    const listed = line ?? guidelineOfStudy(item, claims);
    if (!listed || !denied) return;
    // One word for the MTUS elsewhere in the rationale, and the silence is about a part of the question only.
    if (rationale.some(({ stance, authority }) => stance === 'cited' && authority !== 'odg')) return;
    report({
      at: denied.node,
      message: `The rationale calls the MTUS silent, but ${line ? 'the MAXIMUS guideline line cites' : 'the claims administrator cites for this study'} MTUS ${listed.guideline?.label ?? listed.node.name}.`,
      related: [
        {
          at: listed.node,
          message: line ? 'Listed here as the basis of the decision.' : 'It speaks of such studies.',
        },
      ],
    });
  }),
};
