/** An ID number with the birth date hidden: `140107********0010`. */
export function maskIdNumber(id: string): string {
  return `${id.slice(0, 6)}********${id.slice(-4)}`;
}

/** A bank account with all but the last four digits hidden. */
export function maskAccount(account: string): string {
  return account.length <= 4 ? '****' : `${'*'.repeat(account.length - 4)}${account.slice(-4)}`;
}

/** An employee number of which only the last three digits can be read, of a short one the last two: `***045`. */
export function maskEmployeeNo(employeeNo: string): string {
  const signs = [...employeeNo];
  const shown = signs.length > 5 ? 3 : signs.length > 2 ? 2 : 0;
  return signs.map((sign, at) => (at < signs.length - shown ? '*' : sign)).join('');
}

/**
 * A name as an announcement shows it (SPEC 11): 王*, 王*明, 欧**娜. Chinese names keep their first sign and from
 * three on their last; others the first letter of each word, `J*** S****`. What stands between words stays.
 */
export function maskName(name: string): string {
  if (!/^\p{Script=Han}/u.test(name)) return name.replaceAll(word, maskWord);
  const signs = [...name];
  const hidden = signs.filter((sign) => !betweenWords.test(sign)).length - 1;
  let at = -1;
  return signs
    .map((sign) => {
      if (betweenWords.test(sign)) return sign;
      at += 1;
      const shown = hidden > 0 && (at === 0 || (at === hidden && hidden > 1));
      return shown ? sign : '*';
    })
    .join('');
}

const betweenWords = /[\s·•.‧・-]/;
const word = /[^\s·•.‧・-]+/g;

function maskWord(text: string): string {
  const [first = '', ...rest] = [...text];
  return rest.length === 0 ? '*' : first + '*'.repeat(rest.length);
}
