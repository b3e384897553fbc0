import { describe, expect, it } from 'vitest';
import { itemsOfList, pastedList } from '../../client/src/commands/item-list.ts';

describe('itemsOfList', () => {
  it('takes one item a line, without numbers, bullets and empty lines', () => {
    const list = '1. Baclofen 10 mg #45\r\n\r\n 2)  MRI of the  lumbar spine\n• 12 sessions of acupuncture\n';
    expect(itemsOfList(list)).toEqual([
      'Baclofen 10 mg #45',
      'MRI of the lumbar spine',
      '12 sessions of acupuncture',
    ]);
  });

  it('keeps a number that belongs to the item', () => {
    expect(itemsOfList('1 knee scooter')).toEqual(['1 knee scooter']);
  });
});

describe('pastedList', () => {
  it('finds the list of the clipboard again, whatever the box made of its line breaks', () => {
    const clipboard = 'Norco 10/325 mg #60\nUrine drug screen\n';
    expect(pastedList('Norco 10/325 mg #60 Urine drug screen ', clipboard)).toBe(
      'Norco 10/325 mg #60; Urine drug screen',
    );
  });

  it('takes a numbered list apart where the clipboard is not known', () => {
    expect(pastedList('1. Norco 10/325 mg #60 2. Urine drug screen', '')).toBe(
      'Norco 10/325 mg #60; Urine drug screen',
    );
  });

  it('leaves a single item alone', () => {
    expect(pastedList('Physical therapy 2 times a week for 6 weeks', '')).toBeUndefined();
    expect(pastedList('MRI of the lumbar spine', 'MRI of the lumbar spine')).toBeUndefined();
  });
});
