/** Writes the six files of an office of any size into a folder. */
export function writeOffice(folder: string, people: number, claims: number): Promise<void>;
