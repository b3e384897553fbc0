import type { Random } from './random.ts';

/** What letters of one time cite, and how their rationales speak of it. */
export interface Citing {
  /** What follows "Decision based on MTUS " on a guideline line. */
  line: string;
  /** The sentence that tells the guideline's rule. */
  rule: string;
}

/** A disputed item of composed letters. */
export interface ItemTemplate {
  /** The item as the heading gives it. */
  request(random: Random): string;
  /** The original request and the part of it that was authorized, where only a part is left to decide. */
  split?(random: Random): { heading: string; request: string };
  /** How the rationale opens on it: "Baclofen, an antispasmodic medication,". */
  opening: string;
  /** Until 2016-07-27: pages of the guideline of 2009 or of the ACOEM chapters of 2004. */
  old: Citing;
  /** From 2016-07-28: sections. */
  late: Citing;
  /** Why it was not necessary, and why it was. */
  against: string;
  inFavor: string;
}

const tablets = (random: Random): string => `#${random.pick(['30', '60', '90', '120'])}`;
const cpmtg = 'MTUS Chronic Pain Medical Treatment Guidelines';
const cpmt2016 = 'Chronic Pain Medical Treatment 2016, Section(s):';

/** Items by what they are; pages as the catalog knows them. */
export const itemTemplates: readonly ItemTemplate[] = [
  {
    request: (random) => `Baclofen 10 mg ${tablets(random)}`,
    opening: 'Baclofen, an antispasmodic medication,',
    old: {
      line: 'Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64, INTRODUCTION Page(s): 7',
      rule: `While page 64 of the ${cpmtg} does acknowledge that Baclofen is recommended for spasticity, this recommendation is, however, qualified by commentary made on page 7 of the ${cpmtg} to the effect that an attending provider should incorporate some discussion of "efficacy of medication" into his choice of recommendations.`,
    },
    late: {
      line: `${cpmt2016} Muscle relaxants (for pain)`,
      rule: 'The MTUS recommends non-sedating muscle relaxants with caution as a second-line option for short-term treatment.',
    },
    against:
      'The applicant remained off of work and the need for opioid medication was unchanged despite ongoing usage of Baclofen.',
    inFavor:
      'The applicant had spasticity after a spinal cord injury, and walked farther and fell less often with Baclofen.',
  },
  {
    request: (random) => `Norco 10/325 mg ${tablets(random)}`,
    opening: 'Norco, a short-acting opioid,',
    old: {
      line: 'Chronic Pain Treatment Guidelines WHEN TO CONTINUE OPIOIDS Page(s): 80',
      rule: `As noted on page 80 of the ${cpmtg}, the cardinal criteria for continuation of opioid therapy include evidence of successful return to work, improved functioning, and/or reduced pain achieved as a result of the same.`,
    },
    late: {
      line: 'Opioid Treatment 2016',
      rule: 'The MTUS asks for evidence of improved function and reduced pain before treatment with opioids is continued.',
    },
    against:
      'The applicant had not returned to work, and pain scores of 8/10 were reported with and without Norco.',
    inFavor: 'The applicant was working full time and reported a drop in pain from 8/10 to 4/10 with Norco.',
  },
  {
    request: (random) => `Protonix 20 mg ${tablets(random)}`,
    opening: 'Protonix, a proton pump inhibitor,',
    old: {
      line: 'Chronic Pain Treatment Guidelines NSAIDS, GI SYMPTOMS & CARDIOVASCULAR RISK Page(s): 68-69',
      rule: `Page 69 of the ${cpmtg} supports proton pump inhibitors in the treatment of dyspepsia that anti-inflammatory medication brings on.`,
    },
    late: {
      line: `${cpmt2016} NSAIDs, GI symptoms & cardiovascular risk`,
      rule: 'The MTUS supports proton pump inhibitors for persons who take anti-inflammatory medication and are at risk for gastrointestinal events.',
    },
    against: 'There was no mention of heartburn, reflux, or dyspepsia, and no risk factor was reported.',
    inFavor: 'The applicant reported heartburn with naproxen that ceased with Protonix.',
  },
  {
    request: (random) => `Flexeril 7.5 mg ${tablets(random)}`,
    opening: 'Flexeril, a muscle relaxant,',
    old: {
      line: 'Chronic Pain Treatment Guidelines CYCLOBENZAPRINE (FLEXERIL) Page(s): 41-42',
      rule: `Pages 41-42 of the ${cpmtg} confine cyclobenzaprine to a short course of therapy and advise against adding it to other agents.`,
    },
    late: {
      line: `${cpmt2016} Cyclobenzaprine (Flexeril)`,
      rule: 'The MTUS recommends cyclobenzaprine for a short course of therapy only.',
    },
    against:
      'The supply at issue implied usage well in excess of a short course, and several other agents were in use.',
    inFavor:
      'The applicant had an acute flare of spasm, took no other agent, and the supply at issue was meant for ten days.',
  },
  {
    request: (random) => `Neurontin 300 mg ${tablets(random)}`,
    opening: 'Neurontin (gabapentin), an anticonvulsant adjuvant medication,',
    old: {
      line: 'Chronic Pain Treatment Guidelines GABAPENTIN (NEURONTIN) Page(s): 19, 49',
      rule: `While page 49 of the ${cpmtg} does acknowledge that gabapentin is a first-line treatment for neuropathic pain, page 19 of the ${cpmtg} asks that the applicant be queried at each visit about improvement in pain and function.`,
    },
    late: {
      line: `${cpmt2016} Gabapentin (Neurontin)`,
      rule: 'The MTUS considers gabapentin a first-line treatment for neuropathic pain.',
    },
    against:
      'No such query was recorded, and burning pain in the leg was as bad as it had been before Neurontin was started.',
    inFavor:
      'Burning pain in the leg had eased by half with Neurontin, and the applicant slept through the night.',
  },
  {
    request: (random) => `Soma 350 mg ${tablets(random)}`,
    opening: 'Soma, a sedating muscle relaxant,',
    old: {
      line: 'Chronic Pain Treatment Guidelines CARISOPRODOL (SOMA) Page(s): 29',
      rule: `As noted on page 29 of the ${cpmtg}, carisoprodol is not recommended for long-term use, particularly together with opioids.`,
    },
    late: {
      line: `${cpmt2016} Carisoprodol (Soma)`,
      rule: 'The MTUS does not recommend carisoprodol for long-term use.',
    },
    against: 'The applicant had taken Soma each day for more than a year, together with an opioid.',
    inFavor:
      'The applicant had never had Soma before, took no opioid, and was to use it for one week of acute spasm.',
  },
  {
    request: (random) => `Lyrica 75 mg ${tablets(random)}`,
    opening: 'Lyrica, an anticonvulsant adjuvant medication,',
    old: {
      line: 'Chronic Pain Treatment Guidelines PREGABALIN (LYRICA) Page(s): 99',
      rule: `As noted on page 99 of the ${cpmtg}, pregabalin has been documented to be effective in the treatment of neuropathic pain.`,
    },
    late: {
      line: `${cpmt2016} Pregabalin (Lyrica)`,
      rule: 'The MTUS recommends pregabalin for neuropathic pain.',
    },
    against: 'The pain was axial and mechanical, and no finding pointed to a neuropathic source.',
    inFavor:
      'The applicant had tingling and burning in the foot, and an earlier trial of gabapentin had failed.',
  },
  {
    request: () => 'Lumbar epidural steroid injection at L4-5',
    opening: 'a lumbar epidural steroid injection at L4-5',
    old: {
      line: 'Chronic Pain Treatment Guidelines EPIDURAL STEROID INJECTIONS (ESIs) Page(s): 46',
      rule: `As noted on page 46 of the ${cpmtg}, epidural steroid injections are recommended as an option in the treatment of radicular pain, preferably that which is radiographically and/or electrodiagnostically confirmed.`,
    },
    late: {
      line: `${cpmt2016} Epidural steroid injections (ESIs)`,
      rule: 'The MTUS recommends epidural steroid injections as an option for radicular pain that examination and imaging both support.',
    },
    against: 'Strength, sensation, and reflexes were normal, and no imaging was on file.',
    inFavor:
      'The left ankle reflex was absent, and an MRI study had shown an extrusion against the same root.',
  },
  {
    request: (random) => `Terocin patches, quantity ${random.pick(['10', '20', '30'])}`,
    opening: 'Terocin patches, a topical compound,',
    old: {
      line: 'Chronic Pain Treatment Guidelines CAPSAICIN, TOPICAL Page(s): 28, TOPICAL ANALGESICS Page(s): 111',
      rule: `As noted on page 28 of the ${cpmtg}, topical capsaicin is recommended only as a last-line agent, and page 111 of the ${cpmtg} takes the position that any compound with one ingredient that is not recommended is not recommended.`,
    },
    late: {
      line: `${cpmt2016} Topical analgesics`,
      rule: 'The MTUS holds that any compound with one ingredient that is not recommended is not recommended.',
    },
    against:
      'Several oral agents were in use and were tolerated, so that there was no call for a last-line agent.',
    inFavor:
      'Naproxen, gabapentin, and tramadol had all been tried and had all been stopped for side effects.',
  },
  {
    request: () => 'MRI of the lumbar spine without contrast',
    opening: 'MRI imaging of the lumbar spine without contrast',
    old: {
      line: 'ACOEM Chapter 12 Low Back Complaints Page(s): 304',
      rule: 'As noted in the MTUS Guideline in ACOEM Chapter 12, page 304, imaging studies should be reserved for cases in which surgery is being considered and/or red-flag diagnoses are being evaluated.',
    },
    late: {
      line: 'Low Back Complaints 2004, Section(s): Special Studies',
      rule: 'As noted in the MTUS Guideline in ACOEM Chapter 12, page 304, imaging studies should be reserved for cases in which surgery is being considered and/or red-flag diagnoses are being evaluated.',
    },
    against: 'There was no mention of any plan for surgery, and the applicant was neurologically intact.',
    inFavor:
      'The applicant had a new foot drop, and a spine surgeon had asked for the study before an operation.',
  },
  {
    request: (random) => `Physical therapy, ${random.pick(['8', '12', '16'])} visits, for the low back`,
    split(random) {
      const whole = random.pick([10, 12, 16, 18, 24]) ?? 12;
      const part = random.pick([2, 4, 6]) ?? 4;
      const request = `physical therapy, ${whole - part} visits, for the low back`;
      return {
        request,
        heading: `Physical therapy, ${whole} visits, for the low back was the original request. Physical therapy, ${part} visits, was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${request} is`,
      };
    },
    opening: 'physical therapy for the low back',
    old: {
      line: 'Chronic Pain Treatment Guidelines PHYSICAL MEDICINE Page(s): 99, INTRODUCTION Page(s): 7',
      rule: `While page 99 of the ${cpmtg} does support a general course of 8 to 10 treatments, this recommendation is, however, qualified by page 7 of the ${cpmtg}, which asks for evidence of functional improvement at each stage of treatment.`,
    },
    late: {
      line: `${cpmt2016} Physical medicine treatment`,
      rule: 'The MTUS allows for fading of treatment frequency, with a move to exercise at home.',
    },
    against: 'Earlier treatment had not changed work restrictions, and exercises at home were already known.',
    inFavor: 'The applicant had had no treatment of this kind before and was eager to return to work.',
  },
  {
    request: () => 'MRI of the right knee',
    opening: 'MRI imaging of the right knee',
    old: {
      line: 'ACOEM Chapter 13 Knee Complaints Page(s): 341',
      rule: 'As noted in the MTUS Guideline in ACOEM Chapter 13, page 341, special studies are not needed to evaluate most knee complaints until after a period of conservative care and observation.',
    },
    late: {
      line: 'Knee Complaints 2004, Section(s): Special Studies',
      rule: 'The MTUS Guideline in ACOEM Chapter 13 takes the position that special studies are not needed to evaluate most knee complaints until after a period of conservative care and observation.',
    },
    against: 'The right knee was stable, and no conservative care had been tried.',
    inFavor: 'The right knee locked and gave way, and twelve weeks of conservative care had failed.',
  },
  {
    request: () => 'MRI of the left shoulder',
    opening: 'MRI imaging of the left shoulder',
    old: {
      line: 'ACOEM Chapter 9 Shoulder Complaints Page(s): 208',
      rule: 'As noted in the MTUS Guideline in ACOEM Chapter 9, page 208, the primary criteria for ordering imaging studies include emergence of a red flag and failure to progress in a strengthening program intended to avoid surgery.',
    },
    late: {
      line: 'Shoulder Complaints 2004, Section(s): Special Studies',
      rule: 'The MTUS Guideline in ACOEM Chapter 9 takes the position that imaging is for cases with a red flag or with failure to progress in a strengthening program.',
    },
    against: 'The left shoulder had full strength, and no program had been started.',
    inFavor: 'The left shoulder was weak in abduction, and a strengthening program had failed.',
  },
  {
    request: (random) => `Ultram 50 mg ${tablets(random)}`,
    opening: 'Ultram, a synthetic opioid,',
    old: {
      line: 'Chronic Pain Treatment Guidelines OPIOIDS, CRITERIA FOR USE Page(s): 78, 80',
      rule: `While page 80 of the ${cpmtg} allows opioids to be continued where function has improved, page 78 of the ${cpmtg} asks for the lowest possible dose and for a record of side effects.`,
    },
    late: {
      line: 'Opioid Treatment 2016, and General Approaches 2004, Section(s): Initial Approaches to Treatment',
      rule: 'While the MTUS Opioid Treatment Guidelines allow opioids to be continued where function has improved, the MTUS Guideline in ACOEM Chapter 3, page 47 asks for some discussion of the efficacy of medication.',
    },
    against: 'Pain was the same with Ultram and without it, and no side effects had been asked about.',
    inFavor: 'Pain fell from 7/10 to 3/10 with Ultram, and no side effects were reported.',
  },
  {
    request: (random) => `Cymbalta 30 mg ${tablets(random)}`,
    opening: 'Cymbalta, an atypical antidepressant,',
    old: {
      line: 'Chronic Pain Treatment Guidelines DULOXETINE (CYMBALTA) Page(s): 15, 43, and MTUS ACOEM Chapter 15 Stress Related Conditions Page(s): 402',
      rule: `While page 402 of the MTUS Guideline in ACOEM Chapter 15 does acknowledge that antidepressants may be helpful for symptoms of depression, pages 15 and 43 of the ${cpmtg} support duloxetine in chronic pain where it brings some relief.`,
    },
    late: {
      line: `Stress-Related Conditions 2004, and ${cpmt2016} Duloxetine (Cymbalta)`,
      rule: `While the MTUS Guideline in ACOEM Chapter 15, page 402 does acknowledge that antidepressants may be helpful for symptoms of depression, the ${cpmtg} support duloxetine in chronic pain where it brings some relief.`,
    },
    against: 'Mood and pain were both worse after six months of Cymbalta.',
    inFavor: 'Mood and sleep were better with Cymbalta, and pain had fallen from 8/10 to 5/10.',
  },
  {
    request: (random) => `Flurbiprofen cream, quantity ${random.pick(['30', '60', '120'])}`,
    opening: 'Flurbiprofen cream, a topical compound,',
    old: {
      line: 'Chronic Pain Treatment Guidelines TOPICAL ANALGESICS Page(s): 111, 112',
      rule: `While page 112 of the ${cpmtg} supports topical agents for joints that lend themselves to topical treatment, page 111 of the ${cpmtg} deems topical analgesics largely experimental.`,
    },
    late: {
      line: `Low Back Complaints 2004, Section(s): Physical Methods, and ${cpmt2016} Topical analgesics`,
      rule: `While the MTUS Guideline in ACOEM Chapter 12 allows for simple local measures at home, the ${cpmtg} deem topical analgesics largely experimental.`,
    },
    against: 'The spine does not lend itself to topical treatment, and oral agents were tolerated.',
    inFavor: 'Oral agents had caused an ulcer, and the cream let the applicant keep working.',
  },
  {
    request: () => 'Home exercise kit for the low back',
    opening: 'a home exercise kit for the low back',
    old: {
      line: 'Chronic Pain Treatment Guidelines EXERCISE Page(s): 46, 47, and MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 301',
      rule: `While pages 46 and 47 of the ${cpmtg} recommend exercise of any kind, page 301 of the MTUS Guideline in ACOEM Chapter 12 does not ask for equipment.`,
    },
    late: {
      line: `Low Back Complaints 2004, Section(s): Physical Methods, and ${cpmt2016} Exercise`,
      rule: `While the ${cpmtg} recommend exercise of any kind, the MTUS Guideline in ACOEM Chapter 12 does not ask for equipment.`,
    },
    against: 'The exercises that had been taught were done on a mat and needed no kit.',
    inFavor: 'The program that had been taught could not be done at home without the kit.',
  },
];
