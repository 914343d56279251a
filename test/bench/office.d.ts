/** What is imported of an office, in this order: each noun and its file. */
export const officeFiles: readonly (readonly [noun: string, file: string])[];
/** Writes the six files of an office of any size into a folder. */
export function writeOffice(folder: string, people: number, claims: number): Promise<void>;
