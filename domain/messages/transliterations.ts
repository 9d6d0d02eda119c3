/**
 * A3. What stands for a character that no SMS alphabet has and that does not decompose into one: punctuation, letters of
 * Latin scripts, Greek and Cyrillic (one scheme for all languages that use it). Small letters only; capitals follow.
 */
export const TRANSLITERATIONS: ReadonlyMap<string, string> = new Map([
  ...pairs('‘’‚‛′`´', "'"),
  ...pairs('“”„‟″«»', '"'),
  ...pairs('‹', '<'),
  ...pairs('›', '>'),
  ...pairs('‐‑‒–—―−', '-'),
  ...pairs('…', '...'),
  ...pairs('•·', '.'),
  ...pairs('×', 'x'),
  ...pairs('⁄', '/'),
  ...each('æ ð þ đ ħ ı ĸ ł ŋ œ ŧ ə', 'ae d th d h i k l n oe t e'),
  ...each('α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...each('а б в г д е ё ж з и й к л м н о п р с т у ф х', 'a b v g d e e zh z i y k l m n o p r s t u f kh'),
  ...each('ц ч ш щ ъ ы ь э ю я', 'ts ch sh shch  y  e yu ya'),
  ...each('є і ї ґ ў ђ ј љ њ ћ џ ѓ ќ ѕ', 'ye i yi g u dj j lj nj c dz gj kj dz'),
]);

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  return [...from].map((character) => [character, to]);
}

/** Both lists go by single spaces; a letter that is only a sign stands against nothing. */
function each(from: string, to: string): readonly (readonly [string, string])[] {
  const targets = to.split(' ');
  return from.split(' ').map((character, index) => [character, targets[index] ?? '']);
}
