/**
 * Word lists that several passages share: names under which items of a class are requested. They choose
 * passages to offer and never raise a finding, so they may be shorter than the drug catalog.
 */

export const OPIOIDS = [
  'norco',
  'vicodin',
  'lortab',
  'hydrocodone',
  'percocet',
  'endocet',
  'oxycodone',
  'oxycontin',
  'roxicodone',
  'tramadol',
  'ultram',
  'ultracet',
  'morphine',
  'ms contin',
  'kadian',
  'fentanyl',
  'duragesic',
  'tapentadol',
  'nucynta',
  'opana',
  'oxymorphone',
  'methadone',
  'buprenorphine',
  'butrans',
  'codeine',
  'hydromorphone',
  'dilaudid',
  'trezix',
] as const;

export const ANTISPASMODICS = ['baclofen', 'lioresal'] as const;

export const MUSCLE_RELAXANTS = [
  'cyclobenzaprine',
  'flexeril',
  'fexmid',
  'amrix',
  'tizanidine',
  'zanaflex',
  'methocarbamol',
  'robaxin',
  'metaxalone',
  'skelaxin',
  'orphenadrine',
  'norflex',
  'carisoprodol',
  'soma',
  'chlorzoxazone',
] as const;

export const NSAIDS = [
  'naproxen',
  'anaprox',
  'naprosyn',
  'ibuprofen',
  'motrin',
  'diclofenac',
  'voltaren',
  'zorvolex',
  'meloxicam',
  'mobic',
  'nabumetone',
  'relafen',
  'etodolac',
  'celecoxib',
  'celebrex',
  'ketorolac',
  'toradol',
] as const;

export const ANTIEPILEPTICS = [
  'gabapentin',
  'neurontin',
  'gralise',
  'pregabalin',
  'lyrica',
  'topiramate',
  'topamax',
] as const;

export const ANTIDEPRESSANTS = [
  'prozac',
  'fluoxetine',
  'zoloft',
  'sertraline',
  'lexapro',
  'escitalopram',
  'celexa',
  'citalopram',
  'paxil',
  'paroxetine',
  'cymbalta',
  'duloxetine',
  'effexor',
  'venlafaxine',
  'amitriptyline',
  'elavil',
  'nortriptyline',
  'trazodone',
  'wellbutrin',
  'bupropion',
] as const;

export const BENZODIAZEPINES = [
  'alprazolam',
  'xanax',
  'lorazepam',
  'ativan',
  'clonazepam',
  'klonopin',
  'diazepam',
  'valium',
  'temazepam',
  'restoril',
] as const;

export const PPIS = [
  'omeprazole',
  'prilosec',
  'pantoprazole',
  'protonix',
  'esomeprazole',
  'nexium',
  'lansoprazole',
  'prevacid',
  'rabeprazole',
  'aciphex',
] as const;

export const TOPICALS = [
  'topical',
  'topicals',
  'cream',
  'ointment',
  'gel',
  'compound',
  'compounded',
  'terocin',
  'lidopro',
  'menthoderm',
  'flurbiprofen',
  'capsaicin',
] as const;

export const PHYSICAL_THERAPY = [
  'physical therapy',
  'physiotherapy',
  'occupational therapy',
  'therapy sessions',
  'aquatic therapy',
] as const;

export const CHIROPRACTIC = ['chiropractic', 'manual therapy', 'manipulation', 'chiro'] as const;

export const ELECTRODIAGNOSTICS = [
  'emg',
  'ncs',
  'ncv',
  'electromyography',
  'nerve conduction',
  'electrodiagnostic',
  'electrodiagnostics',
] as const;

export const IMAGING = ['mri', 'magnetic resonance imaging', 'ct', 'arthrogram', 'mr arthrogram'] as const;

/** Every drug name above: for passages that fit any medication. */
export const MEDICATIONS = [
  ...OPIOIDS,
  ...ANTISPASMODICS,
  ...MUSCLE_RELAXANTS,
  ...NSAIDS,
  ...ANTIEPILEPTICS,
  ...ANTIDEPRESSANTS,
  ...BENZODIAZEPINES,
  ...PPIS,
  ...TOPICALS,
  'lidoderm',
  'lidocaine',
  'lunesta',
  'ambien',
  'zolpidem',
  'eszopiclone',
] as const;
