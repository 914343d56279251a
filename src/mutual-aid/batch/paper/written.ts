/** A batch as it is stored, as far as paper needs it. */
export interface PrintedBatch {
  readonly id: number;
  readonly name: string;
  readonly quarter: string;
  readonly number: number;
  readonly policy_id: number;
}

/** A code as a part of a file's name. */
export function inFileName(code: string): string {
  return code.replace(/[\s\\/:*?"<>|]/g, '_');
}
