/** How the codes of a batch look: `prefix` + random letters [+ check letter] + `suffix`, shown in groups. */
export type CodeDesign = {
  /** Public, so it adds nothing against guessing. Folded it may hold any letter or digit. */
  prefix: string;
  suffix: string;
  /** Signs of `codeAlphabet` that the random part is drawn from. */
  alphabet: string;
  /** Random letters. */
  length: number;
  hasCheckLetter: boolean;
  /** Signs between two dashes of the random part and its check letter; 0 = no dashes. */
  groupSize: number;
};
