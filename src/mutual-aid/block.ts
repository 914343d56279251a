/** How many persons a batch keeps in one row; a block's number is a person's id divided by it. */
export const blockSize = 64;

/** The number of the block that a person lies in. */
export function blockOf(person: number): number {
  return Math.floor(person / blockSize);
}

/** Claims' ids as a block keeps them, each between commas: what SQL can search with `instr`. */
export function idList(ids: readonly number[]): string {
  return `,${ids.join(',')},`;
}

/** The ids of an {@link idList}. */
export function idsIn(list: string): readonly number[] {
  return list.slice(1, -1).split(',').filter(Boolean).map(Number);
}
