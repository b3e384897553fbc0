/** By state, the number of its loop (strongly connected component); -1 where no way leads back to it. (Tarjan 1972.) */
export function componentsOf(next: readonly (readonly number[])[]): number[] {
  const component = next.map(() => -1);
  const index = next.map(() => -1);
  const low = next.map(() => 0);
  const onStack = next.map(() => false);
  const stack: number[] = [];
  let count = 0;
  let components = 0;
  for (let root = 0; root < next.length; root++) {
    if (index[root] !== -1) continue;
    const work: { state: number; at: number }[] = [{ state: root, at: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1] as { state: number; at: number };
      const { state } = frame;
      if (frame.at === 0) {
        index[state] = low[state] = count++;
        stack.push(state);
        onStack[state] = true;
      }
      const to = next[state]?.[frame.at++];
      if (to !== undefined) {
        if (index[to] === -1) work.push({ state: to, at: 0 });
        else if (onStack[to]) low[state] = Math.min(low[state] ?? 0, index[to] ?? 0);
        continue;
      }
      work.pop();
      const parent = work[work.length - 1]?.state;
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[state] ?? 0);
      if (low[state] !== index[state]) continue;
      const members: number[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack[member] = false;
        members.push(member);
        if (member === state) break;
      }
      const loops = members.length > 1 || (next[state] ?? []).includes(state);
      if (loops) {
        for (const member of members) component[member] = components;
        components++;
      }
    }
  }
  return component;
}
